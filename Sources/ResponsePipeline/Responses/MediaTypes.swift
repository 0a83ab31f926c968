/// `mimetypes.guess_type` of Python 3.11 for the file names that responses have.
enum MediaTypes {
    private static let types: [String: String] = [
        "aac": "audio/aac", "aiff": "audio/x-aiff", "avi": "video/x-msvideo", "avif": "image/avif", "bat": "text/plain",
        "bin": "application/octet-stream", "bmp": "image/bmp", "c": "text/plain", "cjs": "application/javascript", "css": "text/css",
        "csv": "text/csv", "dll": "application/octet-stream", "doc": "application/msword", "eml": "message/rfc822",
        "eps": "application/postscript", "exe": "application/octet-stream", "gif": "image/gif", "h": "text/plain",
        "htm": "text/html", "html": "text/html", "ico": "image/vnd.microsoft.icon", "ief": "image/ief", "iso": "application/octet-stream",
        "jpe": "image/jpeg", "jpeg": "image/jpeg", "jpg": "image/jpeg", "js": "application/javascript", "json": "application/json",
        "ksh": "text/plain", "latex": "application/x-latex", "m3u": "application/vnd.apple.mpegurl",
        "m3u8": "application/vnd.apple.mpegurl", "mid": "audio/midi", "midi": "audio/midi", "mjs": "application/javascript",
        "mov": "video/quicktime", "mp2": "audio/mpeg", "mp3": "audio/mpeg", "mp4": "video/mp4", "mpe": "video/mpeg",
        "mpeg": "video/mpeg", "mpg": "video/mpeg", "o": "application/octet-stream", "obj": "application/octet-stream",
        "opus": "audio/opus", "pbm": "image/x-portable-bitmap", "pdf": "application/pdf", "pgm": "image/x-portable-graymap",
        "pl": "text/plain", "png": "image/png", "ppm": "image/x-portable-pixmap", "ppt": "application/vnd.ms-powerpoint",
        "ps": "application/postscript", "py": "text/x-python", "pyc": "application/x-python-code", "qt": "video/quicktime",
        "ras": "image/x-cmu-raster", "rtf": "application/rtf", "rtx": "text/richtext", "sgm": "text/x-sgml", "sgml": "text/x-sgml",
        "sh": "application/x-sh", "snd": "audio/basic", "so": "application/octet-stream", "svg": "image/svg+xml",
        "swf": "application/x-shockwave-flash", "tar": "application/x-tar", "tcl": "application/x-tcl", "tex": "application/x-tex",
        "tif": "image/tiff", "tiff": "image/tiff", "tsv": "text/tab-separated-values", "txt": "text/plain", "vcf": "text/x-vcard",
        "wasm": "application/wasm", "wav": "audio/x-wav", "webm": "video/webm", "webmanifest": "application/manifest+json",
        "xbm": "image/x-xbitmap", "xls": "application/vnd.ms-excel", "xml": "text/xml", "xpm": "image/x-xpixmap",
        "xsl": "application/xml", "zip": "application/zip",
    ]
    private static let encodings: Set<Substring> = ["gz", "Z", "bz2", "xz", "br"]

    /// The type of a file name by its ending, compression left aside; nil for endings that Python does not know.
    static func type(of name: String) -> String? {
        var parts = name.split(separator: "/").last.map { $0.split(separator: ".", omittingEmptySubsequences: false) } ?? []
        if parts.count > 2, let last = parts.last, encodings.contains(last) { parts.removeLast() }
        guard parts.count > 1, let ending = parts.last, parts.first?.isEmpty == false || parts.count > 2 else { return nil }
        if ending == "tgz" || ending == "taz" || ending == "tz" { return "application/x-tar" }
        return types[ending.lowercased()]
    }
}
