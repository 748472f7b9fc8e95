"""Console lines, uncaught errors and dialogs against lists that are known."""

import pytest

DONE = "() => window.done === true"


def test_every_level_once_and_in_order(drive, site):
    url = site.page(
        "/levels",
        script="""
            console.log('m1 log'); console.info('m2 info'); console.warn('m3 warn'); console.error('m4 error');
            console.debug('m5 debug'); console.log('m6', 'joined', 1, true, null, undefined);
            console.log('m7', {a: 1, b: 'two'}, [1, 2, 3]); console.trace('m8 trace');
            console.assert(false, 'm9 assert'); window.done = true;""",
    )
    record = drive(lambda page: (page.goto(url), page.wait_for_function(DONE)))
    lines = [d for d in record.data("console.message") if d["text"].startswith("m") or "m9" in d["text"]]
    assert [d["level"] for d in lines[:5]] == ["log", "info", "warning", "error", "debug"]
    assert [d["text"] for d in lines[:6]] == [
        "m1 log", "m2 info", "m3 warn", "m4 error", "m5 debug", "m6 joined 1 true null undefined",
    ]
    assert lines[6]["text"].startswith("m7 ") and "a: 1" in lines[6]["text"] and "two" in lines[6]["text"]
    assert len(lines) == 9
    assert lines[0]["url"] == url and isinstance(lines[0]["line"], int) and isinstance(lines[0]["column"], int)


def test_names_of_arrays_that_look_like_numbers_are_names(drive, site):
    url = site.page(
        "/names",
        script="""
            const array = []; array['9223372036854775807'] = 1; array['-9223372036854775808'] = 2;
            console.log(array); window.done = true;""",
    )
    record = drive(lambda page: (page.goto(url), page.wait_for_function(DONE)))
    texts = [d["text"] for d in record.data("console.message")]
    assert "[9223372036854775807: 1, -9223372036854775808: 2]" in texts, texts


def test_hard_texts_are_kept(drive, site):
    url = site.page(
        "/texts",
        script=r"""
            console.log('t1 ' + String.fromCharCode(0xD800) + ' lone');
            console.log('t2 \u0000\u0001\n\t"quotes" \\ back');
            console.log('t3 \u{1F426} \u202E rtl \u00e9');
            console.log('t4 ' + 'x'.repeat(200000));
            console.log(''); console.log('t5 after'); window.done = true;""",
    )
    record = drive(lambda page: (page.goto(url), page.wait_for_function(DONE)))
    lines = [d for d in record.data("console.message") if d["text"][:1] == "t"]
    assert [d["text"][:2] for d in lines] == ["t1", "t2", "t3", "t4", "t5"]
    assert "\ufffd" in lines[0]["text"] and lines[0]["text"].endswith("lone")
    assert lines[1]["text"] == 't2 \x00\x01\n\t"quotes" \\ back'
    assert lines[2]["text"] == "t3 \U0001f426 \u202e rtl \xe9"
    assert lines[3]["truncated"] is True and 100 < len(lines[3]["text"]) < 200_000
    assert not lines[4].get("truncated")


def test_a_flood_loses_no_line(drive, site):
    url = site.page("/flood", script="for (let n = 0; n < 20000; n++) console.log('flood ' + n); window.done = true")
    record = drive(lambda page: (page.goto(url), page.wait_for_function(DONE)))
    assert record.console("flood ") == [f"flood {n}" for n in range(20000)]


def test_uncaught_errors_and_rejections(drive, site):
    url = site.page(
        "/errors",
        script="""
            setTimeout(() => { throw new TypeError('e1 thrown') });
            setTimeout(() => Promise.reject(new RangeError('e2 rejected')), 10);
            setTimeout(() => { throw 'e3 a string' }, 20);
            setTimeout(() => Promise.reject({code: 'e4'}), 30);
            setTimeout(() => { window.done = true }, 60);
            try { throw new Error('e5 caught') } catch {}
            Promise.reject(new Error('e6 handled')).catch(() => {});
            throw new SyntaxError('e0 at once');""",
    )
    record = drive(lambda page: (page.goto(url), page.wait_for_function(DONE)))
    messages = [d["message"] for d in record.data("page.error")]
    assert len(messages) == 5, messages
    for message, marker in zip(messages, ["e0 at once", "e1 thrown", "e2 rejected", "e3 a string"]):
        assert marker in message
    first = record.data("page.error")[0]
    assert "SyntaxError" in first["message"] + first.get("stack", "") and first["url"] == url
    assert isinstance(first["line"], int)


@pytest.mark.parametrize("accept", [True, False], ids=["accepted", "dismissed"])
def test_dialogs_and_how_they_ended(drive, site, accept):
    url = site.page(
        "/dialogs",
        script="""setTimeout(() => {
            alert('d1 alert'); confirm('d2 confirm'); prompt('d3 prompt', 'default'); window.done = true;
        })""",
    )

    def action(page):
        page.on("dialog", lambda dialog: dialog.accept() if accept else dialog.dismiss())
        page.goto(url)
        page.wait_for_function(DONE)

    record = drive(action)
    started, finished = record.data("dialog", "started"), record.data("dialog", "finished")
    expected = [("alert", "d1 alert"), ("confirm", "d2 confirm"), ("prompt", "d3 prompt")]
    assert [(d["dialogType"], d["message"]) for d in started] == expected
    assert [(d["dialogType"], d["message"]) for d in finished] == expected
    # An alert knows one answer; Chromium reports it as given.
    assert [d["accepted"] for d in finished][1:] == [accept, accept]


def test_the_dialog_before_a_page_is_left(drive, site):
    url = site.page("/leaving", "<input id=field>", "onbeforeunload = event => event.preventDefault()")

    def action(page):
        page.on("dialog", lambda dialog: dialog.accept())
        page.goto(url)
        page.fill("#field", "text")
        page.goto(site.url("/echo/left"))

    record = drive(action)
    assert [d["dialogType"] for d in record.data("dialog", "started")] == ["beforeunload"]
    assert record.data("dialog", "finished")[0]["accepted"] is True
