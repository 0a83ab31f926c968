import HTTPMessages
import Testing

@Suite struct HTTPDateTests {
    /// What CPython's `email.utils.formatdate(seconds, usegmt=True)` gives.
    @Test(
        arguments: [
            (0, "Thu, 01 Jan 1970 00:00:00 GMT"),
            (951_782_400, "Tue, 29 Feb 2000 00:00:00 GMT"),
            (951_868_799, "Tue, 29 Feb 2000 23:59:59 GMT"),
            (1_709_164_800, "Thu, 29 Feb 2024 00:00:00 GMT"),
            (1_795_518_360, "Tue, 24 Nov 2026 11:06:00 GMT"),
            (4_102_444_799, "Thu, 31 Dec 2099 23:59:59 GMT"),
            (253_402_300_799, "Fri, 31 Dec 9999 23:59:59 GMT"),
            (-1, "Wed, 31 Dec 1969 23:59:59 GMT"),
            (-62_135_596_800, "Mon, 01 Jan 0001 00:00:00 GMT"),
            (1_000_000_000, "Sun, 09 Sep 2001 01:46:40 GMT"),
            (2_147_483_648, "Tue, 19 Jan 2038 03:14:08 GMT"),
        ] as [(Int64, String)])
    func writesIMFDates(_ seconds: Int64, _ text: String) {
        #expect(HTTPDate.text(secondsSince1970: seconds) == text)
    }
}
