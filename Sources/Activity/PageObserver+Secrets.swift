extension PageObserver {
    /// What sensitive fields and questions speak of, as a regular expression of JavaScript and of Swift.
    private static let secretWords =
        #"pass ?(word|wd|code|phrase)|\bpwd\b|secret|token|api ?key|\botp\b|one.?time|\bcv[vc]2?\b|\bcsc\b|card ?num|"#
        + #"security ?code|\bssn\b|social ?security|\bpin\b|\biban\b|\b[2m]fa\b|verification ?code|credit ?card|"#
        + #"(recovery|seed|backup) (phrase|words|code|key)|mnemonic|\d.digit|authenticator|maiden|"#
        + #"passwort|kennwort|mot de passe|contrase[nñ]a|\bsenha\b|wachtwoord|парол|密码|密碼|パスワード|비밀번호"#

    /// Whether a question asks for something sensitive.
    static func asksForSecret(_ question: String) -> Bool {
        // The expression is a constant, and right.
        guard let words = try? Regex(secretWords).ignoresCase() else { return true }
        return question.contains(words)
    }

    /// JavaScript: which fields are sensitive.
    static let secrets = #"""
          const secretWords = /\#(secretWords)/i;
          const wasSecret = new WeakSet();
          // One of the boxes in a row that take a one-time code letter by letter: narrow, and said to be one by their length or by one of them.
          const isCodeBox = el => {
            if (el.tagName !== 'INPUT' || el.offsetWidth > 120) return false;
            let around = el.parentElement;
            for (let step = 0; around && step < 4; step++, around = around.parentElement) {
              const letters = el.maxLength === 1 ? around.querySelectorAll('input[maxlength="1"]').length : 0;
              if (letters >= 4 || !around.contains(document.body) && around.querySelector('input[autocomplete~="one-time-code"]')) return true;
            }
            return false;
          };
          const isSecret = el => {
            if (wasSecret.has(el)) return true;
            const completes = clean(el.getAttribute?.('autocomplete')).toLowerCase();
            const words = [el.name, el.id, el.placeholder, nameOf(el)].map(word => String(word || '').replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[-_.]+/g, ' '));
            const secret = el.type === 'password' || isCodeBox(el) || /password|one-time-code|cc-(number|csc|exp)/.test(completes) || words.some(word => secretWords.test(word))
              || (getComputedStyle(el).webkitTextSecurity || 'none') !== 'none';
            if (secret) wasSecret.add(el);
            return secret;
          };
          // A page may show a password in the clear later: what was secret once stays so.
          on('focusin', event => { const el = event.composedPath()[0]; if (el?.tagName === 'INPUT') isSecret(el); }, true);
        """#
}
