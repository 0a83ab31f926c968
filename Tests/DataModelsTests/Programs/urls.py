from pydantic import TypeAdapter, ValidationError


def show(label, thunk):
    try:
        print(label, "=", repr(thunk()))
    except ValidationError as error:
        for e in error.errors(include_url=False):
            print(label, "!", e["type"], e["loc"], e["msg"], repr(e["input"]), e.get("ctx"))
    except Exception as error:
        print(label, "!!", type(error).__name__, error)


def table(name, annotation, inputs, strict=False):
    adapter = TypeAdapter(annotation)
    for value in inputs:
        show(f"{name} {value!r}", lambda: adapter.validate_python(value, strict=strict))

from typing import Annotated
from pydantic import (
    AmqpDsn, AnyHttpUrl, AnyUrl, AnyWebsocketUrl, ClickHouseDsn, CockroachDsn, FileUrl, FtpUrl, HttpUrl, KafkaDsn, MariaDBDsn, MongoDsn, MySQLDsn, NatsDsn, PostgresDsn, RedisDsn, UrlConstraints, WebsocketUrl, BaseModel,
)

URLS = [
    "http://example.com", "https://example.com/", "HTTP://EXAMPLE.com", "http://example.com:80", "https://example.com:443/x", "http://example.com:8080/a/b/../c/./d?q=1&r=a b#frag ment", "http://user:pass@example.com",
    "http://user@example.com/", "http://exa mple.com", "example.com", "/path", "", "http://", "http:///x", "http:example.com", "http:/example.com", "http:\\\\example.com\\a", "  http://example.com  ", "http://exa\tmple.com/a\nb", "ftp://example.com/x",
    "mailto:a@b.c", "file:///etc/passwd", "http://127.0.0.1:8000/", "http://[::1]:80/x", "http://[2001:DB8::1]", "http://[::1", "http://256.1.1.1", "http://0x7f.1", "http://1", "http://example.com:99999", "http://example.com:abc", "http://example.com:",
    "http://münchen.de/straße?ü=ß#ö", "http://xn--mnchen-3ya.de", "http://例え.jp", "http://example.com/%zz%41", "http://example.com/a%2fb", "http://a_b.com", "http://-x.com", "http://example..com", "http://example.com./", "http://localhost", "http://EXAMPLE.com/Path?Q=A",
    "http://example.com?x=1", "http://example.com#f", "http://example.com/{a}|\"<>`", "http://example.com/?a='b'\"<>", "javascript:alert(1)", "data:text/plain,hi", "ws://example.com", "wss://example.com:443/s", "foo://bar/baz", "foo:bar", "http://us%40er:p%3Aass@h/", "http://u:p:q@h/", "http://@h/", "http://:p@h/",
    "http://a.b.c.d.example.co.uk/", "1http://x", "ht_tp://x", "http//x", "://x", "http://%41.com", "http://a%00b", "http://a<b", "http://h/a//b///c", "http://h/..", "http://h/%2e%2e/x", None, 1, b"http://example.com", AnyUrl("http://z.com"),
]
table("AnyUrl", AnyUrl, URLS)
table("HttpUrl", HttpUrl, URLS)
table("strict AnyUrl", AnyUrl, ["http://a.b", "http:a.b", " http://a.b"], strict=True)
table("FileUrl", FileUrl, ["file:///a/b", "file://host/x", "http://x", "file:a"])
table("AnyHttpUrl", AnyHttpUrl, ["http://a", "ftp://a"])
table("FtpUrl", FtpUrl, ["ftp://a/b", "http://a"])
table("WebsocketUrl", WebsocketUrl, ["ws://a/b", "wss://a:443", "http://a"])
table("AnyWebsocketUrl", AnyWebsocketUrl, ["ws://a/b", "http://a"])
table("PostgresDsn", PostgresDsn, ["postgres://user:pass@localhost:5432/foobar", "postgresql+asyncpg://u:p@h1:1,h2:2/db", "http://x", "postgres://localhost", "postgres://user:pass@/db", "postgresql://"])
table("RedisDsn", RedisDsn, ["redis://localhost", "redis://:pass@h:1/2", "rediss://", "http://x"])
table("MongoDsn", MongoDsn, ["mongodb://u:p@h1,h2:27018/db?x=1", "mongodb://h"])
table("AmqpDsn", AmqpDsn, ["amqp://u:p@h/vhost", "amqp:"])
table("KafkaDsn", KafkaDsn, ["kafka://", "kafka://h:1"])
table("MySQLDsn", MySQLDsn, ["mysql://u:p@h/db", "mysql+pymysql://h"])
table("NatsDsn", NatsDsn, ["nats://", "nats://h1,h2:1"])
table("MariaDBDsn", MariaDBDsn, ["mariadb://h"])
table("ClickHouseDsn", ClickHouseDsn, ["clickhouse+native://h"])
table("constraints", Annotated[AnyUrl, UrlConstraints(max_length=20, allowed_schemes=["foo"], default_host="dh", default_port=99, default_path="/dp", host_required=True)], ["foo://x", "foo:", "bar://x", "foo://" + "x" * 30])


def parts(u):
    return (u.scheme, u.username, u.password, u.host, u.port, u.path, u.query, u.fragment, u.query_params(), u.unicode_string(), u.unicode_host(), str(u))


for text in ["http://u:p@ex.com:81/a?b=c&d=e%20f&g#h", "https://münchen.de/ä?ö=ü", "http://x.com", "foo:bar", "file:///a", "http://[::1]/"]:
    show("parts " + text, lambda: parts(AnyUrl(text)))
show("eq", lambda: (HttpUrl("http://a.b") == HttpUrl("http://a.b/"), HttpUrl("http://a") == AnyUrl("http://a"), HttpUrl("http://a") == "http://a/", hash(HttpUrl("http://a")) == hash(HttpUrl("http://a/")), HttpUrl("http://a") < HttpUrl("http://b")))
show("build", lambda: HttpUrl.build(scheme="https", host="ex.com", port=444, path="a/b", query="x=1", fragment="f", username="u", password="p"))
show("bool", lambda: (bool(HttpUrl("http://a")), isinstance(HttpUrl("http://a"), AnyUrl), len(str(HttpUrl("http://a")))))
show("bad", lambda: HttpUrl("nope"))


class Site(BaseModel):
    url: HttpUrl
    other: AnyUrl | None = None


site = Site(url="https://example.com")
show("model", lambda: site)
show("dump", lambda: site.model_dump())
show("json", lambda: site.model_dump_json())
show("dump json", lambda: site.model_dump(mode="json"))
show("from other", lambda: Site(url=AnyUrl("http://b.c"), other=HttpUrl("http://d.e")))
show("from ftp", lambda: Site(url=AnyUrl("ftp://b.c")))
show("pg", lambda: PostgresDsn("postgres://u:p@h1:1,h2/db").hosts())
