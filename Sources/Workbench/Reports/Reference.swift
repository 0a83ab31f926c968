/// The versions that Headroom speaks for; recordings carry them.
public enum Reference {
    /// Headroom's own version.
    public static let headroom = "0.1.0"

    /// The software whose bytes Headroom gives, by name.
    public static let versions: KeyValuePairs<String, String> = [
        "fastapi": "0.165.0", "starlette": "1.10.0", "pydantic": "2.14.3", "uvicorn": "0.54.0", "python": "3.11",
    ]
}
