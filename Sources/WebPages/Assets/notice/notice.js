// @ts-check
import { tellParent } from "../shared/message.js";

const purpose = location.pathname.includes("/view/live/") ? "live" : "recording";
tellParent({ type: `bctrl:${purpose}-status`, status: document.documentElement.dataset.status });
