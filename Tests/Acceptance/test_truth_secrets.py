"""No secret reaches the record, whichever way it travels."""

import json

SECRETS = ["s3cret-authorization", "s3cret-cookie", "s3cret-token", "s3cret-session", "s3cret-password", "s3cret-key"]


def test_no_secret_in_the_record_nor_in_the_data_folder(server, drive, site):
    site.add("/giving", "given", headers={"Set-Cookie": "sid=s3cret-cookie; Path=/"})
    site.page(
        "/private",
        script="""(async () => {
            console.log('private line');
            await fetch('/echo/bearer', {headers: {authorization: 'Bearer s3cret-authorization'}});
            await fetch('/giving');
            document.cookie = 'session=s3cret-session';
            await fetch('/echo/cookies', {credentials: 'include'});
            await fetch('/echo/query?token=s3cret-token&page=2&access_token=s3cret-token&api_key=s3cret-key');
            await fetch('/echo/upper?TOKEN=s3cret-token');
            history.pushState({}, '', '/pushed?token=s3cret-token&page=3');
            setTimeout(() => { throw new Error('private error') });
            setTimeout(() => { window.done = true }, 50);
        })()""",
    )

    def action(page):
        page.goto(site.url("/private?token=s3cret-token&page=1"))
        page.wait_for_function("() => window.done === true")
        page.goto(site.url("/redirect/2/kept?token=s3cret-token"))
        page.goto(site.url("/echo/login").replace("http://", "http://user:s3cret-password@"))

    record = drive(action)
    record.check_site(site)
    text = json.dumps(record.events)
    assert [s for s in SECRETS if s in text] == []
    assert "page=2" in text and "page=3" in text, "the rest of the address stays"
    assert record.console("private ") == ["private line"] and len(record.data("page.error")) == 1
    sent = site.headers["/echo/cookies"].get("cookie", site.headers["/echo/cookies"].get("Cookie", ""))
    assert "s3cret-cookie" in sent, "the test did send the secret"
    log = server.log.read_text(errors="replace")
    assert [s for s in SECRETS if s in log] == []


def test_the_servers_own_secrets_stay_out_of_its_log(server, api):
    started = api.start(api.create_runtime()["id"])
    token = started["connectUrl"].rsplit("/", 1)[1]
    try:
        assert len(token) >= 43
        log = server.log.read_text(errors="replace")
        assert token not in log and server.key not in log
        run = api.run(started["runId"])
        assert token not in json.dumps(run) + json.dumps(api.events(started["runId"]))
    finally:
        api.stop(started["runtimeId"])
