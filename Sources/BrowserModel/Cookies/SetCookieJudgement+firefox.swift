import HTTPMessages

/// Firefox's checks of a Set-Cookie line, which end at the first that fails, and what it remarks (`CookieParser.cpp`, `CookieValidation.cpp`).
extension SetCookieJudgement {
    /// The one reason that Firefox gives for not storing the cookie, or nil.
    func firefoxRefusal(_ cookie: Cookie) -> SetCookieRefusal? {
        if line.attributesHaveControls { return .invalidAttribute }
        if line.name.count + line.value.count > SetCookieLine.maximalPairSize { return .tooLarge }
        if line.name.contains(where: isForbidden) || line.name.isEmpty && profile.has(.namelessCookieRefused) { return .invalidName }
        if line.value.contains(where: isForbidden) { return .invalidValue }
        if cookie.path.utf8.contains(0x09) { return .invalidPath }
        if cookie.sameSite == SameSite.none, !cookie.isSecure { return .sameSiteNoneInsecure }
        if domain == .refused { return .invalidDomain(line.last("domain")?.text ?? "") }
        if !keepsPrefix(cookie) { return .invalidPrefix }
        if cookie.isSecure, !isTrustworthy { return .secureOnly }
        if isForeign, cookie.sameSite == .lax || cookie.sameSite == .strict { return .crossSite(cookie.sameSite) }
        if line.contains("partitioned"), !cookie.isSecure { return .invalidPartitioned }
        return !isTrustworthy && overwritesSecure(cookie) ? .overwritesSecure : nil
    }

    /// What Firefox tells the developer about a cookie that it takes.
    var firefoxNotices: [SetCookieNotice] {
        var notices: [SetCookieNotice] = line.oversized.map { .oversized(attribute: $0) }
        var written: Set<String> = []
        for attribute in line.attributes where ["domain", "path", "max-age", "expires"].contains(attribute.name) {
            if written.contains(attribute.name) { notices.append(.overwritten(attribute: attribute.name)) }
            if attribute.value.isEmpty { written.remove(attribute.name) } else { written.insert(attribute.name) }
        }
        if line.attributes.contains(where: { $0.name == "samesite" && $0.sameSite == nil }) { notices.append(.invalidSameSite) }
        if let text = line.last("max-age")?.text, !text.isEmpty, line.maxAge(profile: profile) == nil { notices.append(.invalidMaxAge) }
        if isForeign, profile.has(.partitionsThirdParties), !line.contains("partitioned") { notices.append(.foreignNotPartitioned) }
        return notices
    }
}
