"""Random requests as bytes: whole ones, several behind each other, and broken ones."""
import random

METHODS = ["GET", "GET", "GET", "POST", "POST", "PUT", "HEAD", "OPTIONS", "DELETE", "PATCH", "TRACE", "BREW", "get", "CONNECT"]
PATHS = ["/", "/all", "/all/", "/all/a/b", "/items", "/unread", "/pieces", "/stream", "/stream?count=3", "/nothing", "/close", "/wrong",
         "/none", "//all", "/all/%41%2f%zz", "/all/é", "/ALL", "/all;x=1", "/./all", "/all/../all", "*", "/all/a b", "/stream/", "/all/%"]
QUERIES = ["", "", "q=1", "q=1&q=2", "q=%20+%2B", "a=%C3%A9&b=%ff", "=", "&&", "q", "q=a=b", "q=1;2", "count=x", "a[]=1", "%", "?x", "q=#f"]
NAMES = ["X-Token", "x-token", "X_Token", "Cookie", "Accept", "User-Agent", "X-Empty", "Origin", "Content-Type", "X-A", "Range", "TE"]
VALUES = ["1", "", "a, b", "  padded  ", "session=abc", "session=a; b=\"c d\"; =x; y", "é", "a\tb", "text/plain", "application/json", "0",
          "x" * 100, "a=1;b=2", "\"q\"", "http://a.example", "%20", "keep-alive"]
BODIES = [b"", b"{}", b'{"a": 1}', b"[1]", b"{", b"\xff", b"a=1&b=2", b"x" * 300, b'{"a": "\xc3\xa9"}', b"null"]
SPLICES = [
    b"\r\n", b"\n", b"\r", b" ", b"\t", b":", b",", b";", b"/", b"?", b"#", b"@", b"[", b"%", b"\0", b"\x7f", b"\xff", b"close", b"chunked",
    b"connection: close\r\n", b"transfer-encoding: chunked\r\n", b"content-length: 3\r\n", b"upgrade: x\r\n", b"0\r\n\r\n", b"5\r\n",
    b"HTTP/1.1", b"HTTP/1.0", b"http://", b"keep-alive", b"GET ", b"expect: 100-continue\r\n", b"-", b"1", b"a", b"Host: b\r\n",
]


class Maker:
    """Random requests from one seed."""

    def __init__(self, seed):
        self.random = random.Random(seed)

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    def target(self) -> str:
        path, query = self.random.choice(PATHS), self.random.choice(QUERIES)
        if query and "?" not in path:
            path += "?" + query
        if self.chance(0.05):
            path = self.random.choice(["http://other.example", "https://a:81", "HTTP://x", "//h"]) + path
        if self.chance(0.03):
            path += "#fragment"
        return path

    def chunked(self, body: bytes) -> bytes:
        out, rest = b"", body
        while rest:
            size = self.random.randint(1, len(rest))
            extension = self.random.choice([b"", b"", b";x=1", b"; a", b" "])
            out += (b"%x" if self.chance(0.7) else b"%X") % size + extension + b"\r\n" + rest[:size] + b"\r\n"
            rest = rest[size:]
        trailer = b"X-Trailer: 1\r\n" if self.chance(0.15) else b""
        return out + b"0\r\n" + trailer + b"\r\n"

    def request(self, is_last: bool) -> bytes:
        method = self.random.choice(METHODS)
        version = self.random.choice(["HTTP/1.1"] * 8 + ["HTTP/1.0", "HTTP/1.2"])
        lines = [f"{method} {self.target()} {version}"]
        if not self.chance(0.1):
            lines.append(self.random.choice(["Host: playground.test", "host: a.example:81", "HOST: 127.0.0.1", "host:x"]))
        for _ in range(self.random.choice([0, 0, 1, 2, 4])):
            separator = self.random.choice([": ", ": ", ":", ":  "])
            lines.append(self.random.choice(NAMES) + separator + self.random.choice(VALUES))
        body = b""
        if method in ("POST", "PUT", "PATCH") or self.chance(0.1):
            content = self.random.choice(BODIES)
            if self.chance(0.6):
                lines.append(f"Content-Length: {len(content) + (self.random.choice([-1, 1]) if self.chance(0.05) else 0)}")
                body = content
            elif self.chance(0.7):
                lines.append("Transfer-Encoding: chunked")
                body = self.chunked(content)
            if self.chance(0.6):
                lines.append("Content-Type: " + self.random.choice(
                    ["application/json", "text/plain", "application/x-www-form-urlencoded", "application/json; charset=utf-8"]))
            if self.chance(0.1):
                lines.append("Expect: 100-continue")
        if is_last and self.chance(0.7) or self.chance(0.05):
            lines.append("Connection: " + self.random.choice(["close", "Close", "close, te", "keep-alive"]))
        self.random.shuffle(lines[1:])
        return "\r\n".join(lines).encode("utf-8") + b"\r\n\r\n" + body

    def mutated(self, data: bytes) -> bytes:
        data = bytearray(data)
        for _ in range(self.random.choice([1, 1, 2])):
            at = self.random.randrange(len(data) + 1)
            kind = self.random.randrange(3)
            if kind == 0:
                data[at:at] = self.random.choice(SPLICES)
            elif kind == 1:
                del data[at:at + self.random.choice([1, 1, 2, 5])]
            elif at < len(data):
                data[at] = self.random.randrange(256)
        return bytes(data) or b"x"

    def pieces(self) -> list[bytes]:
        """What is sent, in the pieces in which it is sent."""
        count = self.random.choice([1, 1, 1, 2, 3])
        data = b"".join(self.request(number == count - 1) for number in range(count))
        if self.chance(0.35):
            data = self.mutated(data)
        if self.chance(0.7):
            return [data]
        cuts = sorted(self.random.randrange(len(data) + 1) for _ in range(self.random.randint(1, 3)))
        return [data[start:end] for start, end in zip([0, *cuts], [*cuts, len(data)]) if start < end]
