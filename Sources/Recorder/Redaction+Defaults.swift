extension Redaction {
    /// Headers that carry credentials or sessions.
    public static let defaultHeaders: Set<String> = [
        "authorization", "proxy-authorization", "cookie", "cookie2", "set-cookie", "set-cookie2", "x-api-key",
        "api-key",
        "apikey", "x-auth-token", "x-access-token", "x-session-token", "x-csrf-token", "x-xsrf-token",
        "x-amz-security-token", "x-goog-api-key", "x-goog-iam-authorization-token", "x-vault-token", "x-gitlab-token",
        "private-token", "ocp-apim-subscription-key",
    ]

    /// Parameters that carry credentials, sessions or signatures which open an address to whoever has it.
    ///
    /// `code` is not among them: codes of OAuth live for seconds and once, and `code` mostly names countries and products.
    public static let defaultParameters: Set<String> = [
        "access_token", "accesstoken", "refresh_token", "id_token", "token", "auth_token", "authtoken", "session_token",
        "sessionid", "session_id", "jsessionid", "phpsessid", "auth", "authorization", "bearer", "jwt", "assertion",
        "client_assertion", "api_key", "apikey", "api-key", "x-api-key", "key", "private_key", "access_key",
        "accesskey",
        "secret", "client_secret", "password", "passwd", "passcode", "passphrase", "pass", "pwd", "pw", "credential",
        "credentials", "otp", "pin",
        "sig", "signature", "hmac", "x-amz-signature", "x-amz-credential", "x-amz-security-token", "x-goog-signature",
        "x-goog-credential", "awsaccesskeyid", "subscription-key", "reset_token", "csrf_token", "xsrf_token",
        "saml_response",
        "samlresponse",
    ]
}
