/// A short list of well-known hosts of advertising and tracking, each with all hosts below it.
///
/// It is no filter list: it stops the most common ones and nothing that hides (first-party paths, CNAMEs, inline scripts).
enum WellKnownHosts {
    static let ads = [
        "doubleclick.net", "googlesyndication.com", "googleadservices.com", "googletagservices.com",
        "adservice.google.com",
        "amazon-adsystem.com", "adnxs.com", "adsrvr.org", "criteo.com", "criteo.net", "taboola.com", "outbrain.com",
        "pubmatic.com", "rubiconproject.com", "openx.net", "casalemedia.com", "smartadserver.com", "teads.tv",
        "moatads.com", "media.net", "bidswitch.net", "33across.com", "sharethrough.com", "yieldmo.com", "adform.net",
        "advertising.com", "adcolony.com", "unityads.unity3d.com", "zedo.com", "adroll.com",
    ]
    static let trackers = [
        "google-analytics.com", "analytics.google.com", "googletagmanager.com", "connect.facebook.net", "hotjar.com",
        "hotjar.io", "mixpanel.com", "segment.com", "segment.io", "amplitude.com", "fullstory.com", "mouseflow.com",
        "clarity.ms", "bat.bing.com", "scorecardresearch.com", "quantserve.com", "chartbeat.com", "chartbeat.net",
        "newrelic.com", "nr-data.net", "crazyegg.com", "heapanalytics.com", "matomo.cloud", "mc.yandex.ru",
        "analytics.tiktok.com", "snap.licdn.com", "px.ads.linkedin.com", "analytics.twitter.com",
        "static.ads-twitter.com",
        "krxd.net", "demdex.net", "omtrdc.net", "bluekai.com", "rlcdn.com", "branch.io", "appsflyer.com",
    ]
}
