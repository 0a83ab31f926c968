import HTTPMessages

/// Cookies of a fetch (Fetch §4.6 «HTTP-network-or-cache fetch» steps 8.21 and 8.24, RFC 6265bis §5.7 and §5.8).
extension Fetch {
    private var access: CookieAccess { CookieAccess(url: url, page: page, earlierURLs: Array(urls.dropLast())) }

    /// Adds the Cookie header where credentials are included, and notes what was withheld.
    mutating func addCookies(to headers: inout HeaderList, now: Int) {
        guard var jar else { return }
        let verdicts: [CookieSendVerdict]
        if includesCredentials {
            verdicts = jar.send(to: access, now: now)
            self.jar = jar
        } else {
            verdicts = jar.cookies.filter { $0.isFor(host: url.host) }
                .map { CookieSendVerdict(cookie: $0, withholdings: [.withoutCredentials]) }
        }
        cookies.append(CookieExchange(kind: .actual, hop: redirects, url: url, sent: verdicts))
        // Firefox goes through the common jar first, then through the page's compartment.
        for verdict in verdicts where verdict.cookie.partition == nil { log(.cookie(verdict)) }
        for verdict in verdicts where verdict.cookie.partition != nil { log(.cookie(verdict)) }
        if let bytes = CookieJar.header(verdicts) { headers.append(Header("Cookie", bytes: bytes)) }
    }

    /// Stores what an answer sets; it need not pass the CORS check for that.
    mutating func storeCookies(of response: HTTPResponse, now: Int) {
        guard var jar, !cookies.isEmpty else { return }
        let serverTime = response.headers["date"].flatMap(NetscapeDate.parse)
        for header in response.headers where header.name.isEqualIgnoringASCIICase("set-cookie") {
            let verdict =
                includesCredentials
                ? jar.store(header.value, from: access, now: now, serverTime: serverTime)
                : jar.ignore(header.value, because: .withoutCredentials)
            cookies[cookies.count - 1].received.append(verdict)
            log(.setCookie(verdict))
        }
        self.jar = jar
    }

    /// Notes the Set-Cookie lines of a preflight's answer, which count for nothing (Fetch §4.8: credentials mode `omit`).
    mutating func ignoreCookies(of response: HTTPResponse) {
        guard let jar else { return }
        var exchange = CookieExchange(kind: .preflight, hop: redirects, url: url, sent: [])
        exchange.received = response.headers.filter { $0.name.isEqualIgnoringASCIICase("set-cookie") }
            .map { jar.ignore($0.value, because: .preflight) }
        if !exchange.received.isEmpty { cookies.append(exchange) }
    }
}
