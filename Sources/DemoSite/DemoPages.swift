/// The pages of the demo shop.
enum DemoPages {
    static let shop = page(
        title: "Paper & Pin",
        body: """
            <h1>Paper &amp; Pin</h1>
            <p>Small things that hold other things together.</p>
            <ul>
              <li><a href="/brass" id="brass">Brass pins, a box of fifty</a></li>
              <li><a href="/care" target="_blank" id="care">How to keep brass bright</a></li>
            </ul>
            <img src="/missing.png" alt="A picture that is not there" width="32" height="32">
            """
    )

    static let product = page(
        title: "Brass pins",
        body: """
            <h1>Brass pins</h1>
            <p>A box of fifty, 4.20.</p>
            <form action="/thanks">
              <label>Engraving <input id="engraving" name="engraving" maxlength="20"></label>
              <button type="button" id="add">Add to basket</button>
              <button id="order">Order</button>
            </form>
            <p id="basket" aria-live="polite">Your basket is empty.</p>
            """
    )

    static let care = page(title: "Brass care", body: "<h1>Brass care</h1><p>Lemon, salt, a soft cloth.</p>")

    static let thanks = page(title: "Thank you", body: "<h1>Thank you</h1><p>Your pins are on their way.</p>")

    static let script = """
        console.log('shop opened:', document.title);
        document.getElementById('add')?.addEventListener('click', async () => {
          const answer = await fetch('/api/basket', { method: 'POST', body: JSON.stringify({ sku: 'brass-50' }) });
          const basket = await answer.json();
          document.getElementById('basket').textContent = `In your basket: ${basket.items}, ${basket.total}.`;
          console.info('basket', basket);
        });
        if (document.title === 'Brass care') console.warn('care page opened in a tab of its own');
        if (document.title === 'Thank you') setTimeout(() => { throw new Error('confetti is not defined'); });
        """

    private static func page(title: String, body: String) -> String {
        """
        <!doctype html>
        <html lang="en">
        <head>
          <meta charset="utf-8"><title>\(title)</title><link rel="icon" href="data:,">
          <style>body { font: 18px/1.5 Georgia, serif; max-width: 34rem; margin: 3rem auto; color: #222; }</style>
        </head>
        <body>\(body)<script src="/shop.js"></script></body>
        </html>
        """
    }
}
