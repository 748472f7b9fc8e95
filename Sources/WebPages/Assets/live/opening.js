// @ts-check

/**
 * A tab that the person opens. An address that is typed before it has come waits for it, so that the tab before is not left.
 * @param {{ navigate(url: string): void }} options
 */
export function makeOpening({ navigate }) {
  /** @type {{ before: string | null, url: string } | null} */
  let opening = null;

  return {
    /** @param {string | null} watched The page that is watched as the tab is asked for. */
    begin(watched) {
      opening = { before: watched, url: "" };
    },
    /** The tab will not come. */
    giveUp() {
      opening = null;
    },
    /** @param {string} url Typed by the person. */
    go(url) {
      if (opening) opening.url = url;
      else navigate(url);
    },
    /** @param {string | null} watched The page that is watched now. */
    update(watched) {
      if (!opening || watched === opening.before) return;
      const { url } = opening;
      opening = null;
      if (url) navigate(url);
    },
  };
}
