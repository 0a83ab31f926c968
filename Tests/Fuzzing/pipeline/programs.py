"""Random FastAPI programs that shape responses, and requests that reach each of their path operations.

A program is a list of blocks (source texts), so that a difference can be shrunk by leaving blocks out. Blocks with
names others use come first; leaving one out that is needed makes both servers fail to load, which shrinking notices.
"""
import json
import random

import afterwards
import layers
import shapes
import structures
import uses

IMPORTS = """\
import asyncio
import contextlib
import json
from contextvars import ContextVar
from collections.abc import AsyncIterator, Iterable
from collections import OrderedDict, deque
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal
from enum import Enum, IntEnum
from typing import Annotated, Any, Generic, List, Literal, Optional, TypeVar, Union
from uuid import UUID

from fastapi import (APIRouter, BackgroundTasks, Body, Cookie, Depends, FastAPI, Form, Header, HTTPException, Path, Query, Request,
                     Response, status)
from fastapi.encoders import jsonable_encoder
from fastapi.exception_handlers import http_exception_handler, request_validation_exception_handler
from fastapi.exceptions import RequestValidationError, ResponseValidationError
from fastapi.middleware.cors import CORSMiddleware
from fastapi.middleware.httpsredirect import HTTPSRedirectMiddleware
from fastapi.middleware.trustedhost import TrustedHostMiddleware
from fastapi.routing import APIRoute
from fastapi.security import (APIKeyCookie, APIKeyHeader, APIKeyQuery, HTTPBasic, HTTPBearer, OAuth2PasswordBearer,
                              OAuth2PasswordRequestForm, SecurityScopes)
from fastapi import Security
from fastapi.responses import (FileResponse, HTMLResponse, JSONResponse, PlainTextResponse, RedirectResponse,
                               StreamingResponse)
from pydantic import BaseModel, ConfigDict, Field, field_validator
from starlette.background import BackgroundTask
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException as StarletteHTTPException
from starlette.middleware.base import BaseHTTPMiddleware
from starlette.routing import Match
"""

NAMES = ["X-Cat-Dog", "X-Token", "x-trace", "Link", "ETag", "Cache-Control", "Vary", "Content-Language", "X-Empty", "Content-Type",
         "Content-Length", "Location", "Set-Cookie", "Retry-After", "X-Frame-Options", "Server", "Date", "Last-Modified", "Allow",
         "Content-Disposition", "WWW-Authenticate", "Access-Control-Allow-Origin", "Access-Control-Expose-Headers", "X-é"]
VALUES = ["alone in the world", "abc", "", "  padded  ", 'W/"abc"', "no-cache, no-store", "é", "Origin", "a, b", "text/plain", "1",
          "x" * 60, "a;b=c", "€", "two\nlines", "tab\there", '<https://a.test/?p=2>; rel="next"']
TYPES = ["int", "str", "float", "bool", "date", "datetime", "UUID", "Color", "Decimal", "Literal['a', 'b']", "Level", "timedelta", "time"]
GOOD = {"int": "7", "str": "tom", "float": "2.5", "bool": "yes", "date": "2026-11-24", "datetime": "2026-11-24T10:00:00Z",
        "UUID": "12345678-1234-5678-1234-567812345678", "Color": "red", "Decimal": "1.50", "Literal['a', 'b']": "a", "Level": "1",
        "timedelta": "P1DT2H", "time": "10:20:30"}
ODD = ["", "x", "-1", "1e3", "true", "007", "1.0", "%20", "a%2Fb", "caf%C3%A9", "None", "99999999999999999999", "2026-02-30", "+5", "1_000"]
PYTHON = ["None", "True", "0", "-3", "2.5", "1e22", "float('inf')", "'tom'", "'caf\\u00e9 \\U0001f436'", "b'bytes'", "[]", "{}", "(1, 'a')", "{1}",
          "Color.red", "Level.high", "Decimal('1.50')", "date(2026, 11, 24)", "datetime(2026, 11, 24, 10, 0, tzinfo=timezone.utc)",
          "timedelta(hours=26)", "UUID(int=7)", "[1, [2, {'a': None}]]", "{'id': 3, 'name': 'Tom'}", "{1: 'a', None: 2}", "deque([1, 2])",
          "Spot(1, 2)", "Item(id=1, name='a')", "object()", "float('nan')", "10 ** 30", "'</script>'", "OrderedDict(b=1, a=2)", "time(1, 2)",
          "frozenset()", "(x for x in [1, 2])", "range(3)", "[Item(id=1, name='a'), {'id': 2, 'name': 'b'}]", "Exception('e')", "int", "...", "'a' * 300"]
STATUS = [200, 201, 202, 204, 205, 206, 301, 304, 307, 400, 401, 404, 418, 422, 500, 503]

BASE = """\
class Color(str, Enum):
    red = "red"
    green = "green"


class Level(IntEnum):
    low = 1
    high = 2


@dataclass
class Spot:
    x: int
    y: int = 0
    tags: list[str] = field(default_factory=list)


class Item(BaseModel):
    id: int
    name: str
    note: str | None = None
"""


class Maker:
    """Makes one program and its requests from one random source."""

    def __init__(self, seed: str):
        self.random = random.Random(seed)
        self.dependencies: list[str] = []
        self.models: list[str] = ["Item"]
        self.requests: list[dict] = []
        self.blocks: list[str] = []

    # ------------------------------------------------------------ small choices
    def one(self, of):
        return self.random.choice(of)

    def chance(self, p: float) -> bool:
        return self.random.random() < p

    def text(self) -> str:
        return json.dumps(self.one(VALUES), ensure_ascii=False) if self.chance(0.9) else self.one(["str(7)", "f\"{3!r:>4}\"", "\"a\" \"b\"", "\"%05.1f\" % 2.25"])

    def name(self) -> str:
        return self.one(NAMES)

    def cookie(self, response: str) -> str:
        key = self.one(["session", "a.b", "__Host-id", "__Secure-x", "q", "bad name", "track"])
        args = [f'"{key}"' if self.chance(0.5) else f'key="{key}"']
        if self.chance(0.15):
            kept = [part for part in ('path="/items"', 'domain="example.com"', "secure=True", 'samesite="none"', "httponly=True") if self.chance(0.3)]
            return f"{response}.delete_cookie({', '.join(args[:1] + kept)})"
        value = self.one(['"abc"', '""', '"two words"', '"a;b"', '"caf\\u00e9"', '\'"quoted"\'', '"fake"', "str(12)"])
        args.append(value if args[0][0] == '"' and self.chance(0.4) else f"value={value}")
        options = {"max_age": ["0", "3600", "-1", "None"], "expires": ["0", "60", "datetime(2030, 1, 2, tzinfo=timezone.utc)", '"Wed, 01 Jan 2031 00:00:00 GMT"'],
                   "path": ['"/"', '"/items"', '""', "None"], "domain": ['"example.com"', '""', "None"], "secure": ["True", "False"],
                   "httponly": ["True", "False"], "samesite": ['"lax"', '"strict"', '"none"', "None", '"Lax"', '"bad"'], "partitioned": ["False"]}
        chosen = [name for name in options if self.chance(0.25)]
        self.random.shuffle(chosen)
        args += [f"{name}={self.one(options[name])}" for name in chosen]
        return f"{response}.set_cookie({', '.join(args)})"

    def touch(self, response: str = "response") -> str:
        """One statement that changes a response's headers, cookies or status."""
        name, value = self.name(), self.text()
        read = name if name not in ("Allow", "Set-Cookie") else "Vary"  # one has the order of a set, the other may have the time
        return self.one([
            lambda: f'{response}.headers["{name}"] = {value}',
            lambda: f'{response}.headers["{name}"] = {value}',
            lambda: f'{response}.headers.append("{name}", {value})',
            lambda: f'{response}.headers.setdefault("{name}", {value})',
            lambda: f'{response}.headers.update({{"{name}": {value}, "x-more": "1"}})',
            lambda: f'{response}.headers.pop("{name}", None)' if self.chance(0.3) else f'{response}.headers["{name}"] = {value}',
            lambda: f'del {response}.headers["{name}"]',
            lambda: f'{response}.headers.add_vary_header("{self.one(["Origin", "Accept", "*"])}")',
            lambda: f'{response}.headers |= {{"{name}": {value}}}' if self.chance(0.3) else f'{response}.headers["x-len"] = str(len({response}.headers))',
            lambda: f'{response}.status_code = {self.one(STATUS)}',
            lambda: f'{response}.headers["x-has"] = str("{name.lower()}" in {response}.headers)',
            lambda: f'{response}.headers["x-got"] = {response}.headers.get("{read}", "none")',
            lambda: f'{response}.headers["x-keys"] = ",".join({response}.headers.keys())',
            lambda: f'{response}.raw_headers.append((b"x-raw", {value}.encode("latin-1")))',
            lambda: f'{response}.headers.raw.insert(0, (b"X-First", b"raw"))',
            lambda: f'{response}.raw_headers[:] = [(k, v) for k, v in {response}.raw_headers if k != b"{name.lower() if name.isascii() else "x"}"]',
            lambda: f'{response}.headers["x-copy"] = repr(len({response}.headers.mutablecopy()))',
            lambda: f'{response}.headers["x-list"] = "|".join({response}.headers.getlist("{read}"))',
            lambda: self.cookie(response),
            lambda: self.cookie(response),
        ])()

    def raising(self) -> str:
        detail = self.one(['"no"', '{"why": [1, 2]}', "None", '"caf\\u00e9"', "[1, None]", "Item(id=1, name='a')"])
        headers = self.one(["", "", f', headers={{"{self.name()}": {self.text()}}}', ', headers={"X-Error": "yes", "x-error": "again"}', ", headers=None"])
        return self.one([f"raise HTTPException({self.one(STATUS[7:])}, {detail}{headers})", f"raise HTTPException(status_code={self.one(STATUS)}, detail={detail}{headers})",
                         f"raise HTTPException({self.one(STATUS[7:])}{headers})", f"raise StarletteHTTPException({self.one(STATUS)}, \"starlette\"{headers})",
                         'raise ValueError("wrong")', "raise KeyError('k')", "return 1 / 0", 'raise Trouble("t")'])

    # ------------------------------------------------------------ parameters
    def parameter(self, index: int, kinds=("query", "header", "cookie")) -> tuple[str, str, str, str]:
        """Kind, python name, wire name and its source; the source may hold a default."""
        kind, base = self.one(kinds), self.one(TYPES)
        name = self.one(["q", "limit", "x_token", "session", "user_agent", "since", "kind"]) + (str(index) if index else "")
        wire = name.replace("_", "-") if kind == "header" else name
        extra = []
        if self.chance(0.2):
            wire = self.one(["item-query", "X-Alias", "a b"]) + str(index)
            extra.append(f'alias="{wire}"')
        if base == "int" and self.chance(0.3):
            extra.append(self.one(["ge=3", "lt=7", "multiple_of=2", "gt=0, le=100"]))
        if base == "str" and self.chance(0.3):
            extra.append(self.one(["min_length=3", "max_length=2", 'pattern="^t"']))
        annotation, call = base, kind.capitalize()
        many = kind != "cookie" and self.chance(0.2)
        if many:
            annotation = f"{self.one(['list', 'List', 'set', 'tuple'])}[{base}{', ...' if False else ''}]"
            if annotation.startswith("tuple"):
                annotation = f"tuple[{base}, ...]"
        default = self.one([None, None, "None", GOOD_PYTHON.get(base, "None")])
        if many and default is not None:
            default = self.one(["None", "[]"]) if not annotation.startswith("set") else "None"
        if default == "None":
            annotation = self.one([f"{annotation} | None", f"Optional[{annotation}]", f"Union[{annotation}, None]"])
        inside = ", ".join(extra)
        if self.chance(0.5):
            source = f"{name}: Annotated[{annotation}, {call}({inside})]" + (f" = {default}" if default is not None else "")
        else:
            given = ([f"default={default}"] if default is not None else []) + extra
            source = f"{name}: {annotation} = {call}({', '.join(given)})"
        return kind, base, wire, source

    def values(self, base: str) -> str:
        return GOOD[base] if self.chance(0.7) else self.one(ODD)

    # ------------------------------------------------------------ blocks
    def model(self, index: int) -> str:
        fields, name = [], f"Model{index}"
        for number in range(self.random.randint(1, 5)):
            kind = self.one(TYPES + ["list[int]", "dict[str, float]", "Item", "Item | None", "list[Item]", "int | str", "Any", "tuple[int, str]", "bytes", "Spot"])
            default = self.one(["", "", " = None" if self.chance(0.5) else "", f' = Field(default=None, alias="al{number}")', f' = Field(alias="al{number}")',
                                ' = Field(default=None, exclude=True)', ' = Field(default=None, description="d")'])
            fields.append(f"    {self.one(['id', 'name', 'note', 'tags', 'kind'])}{number}: {kind}{' | None' if 'None' in default and 'None' not in kind else ''}{default}")
        fields.sort(key=lambda text: "=" in text)
        config = self.one(["", "", '    model_config = ConfigDict(extra="allow")\n', '    model_config = ConfigDict(extra="forbid")\n',
                           "    model_config = ConfigDict(from_attributes=True, populate_by_name=True)\n", "    model_config = ConfigDict(use_enum_values=True)\n"])
        base = self.one(["BaseModel", "BaseModel", "Item"])
        self.models.append(name)
        return f"class {name}({base}):\n{config}" + "\n".join(fields) + "\n"

    def body_lines(self, count: int, indent: str = "    ") -> list[str]:
        lines = []
        for _ in range(count):
            line = self.touch()
            if self.chance(0.12):
                lines += [indent + self.one(["if len(request.url.path) > 3:", "for _ in range(2):", "with contextlib.suppress(Exception):", "try:"]), indent + "    " + line]
                if lines[-2].endswith("try:"):
                    lines += [indent + "except Exception as error:", indent + '    response.headers["x-caught"] = type(error).__name__']
            else:
                lines.append(indent + line)
        return lines

    def dependency(self, index: int) -> str:
        name = f"dep{index}"
        sub = f", before=Depends({self.one(self.dependencies)})" if self.dependencies and self.chance(0.4) else ""
        kind, _, wire, source = self.parameter(0)
        extra = f", {source}" if self.chance(0.3) and "=" in source.split("]")[-1] else ""
        arguments = f"request: Request, response: Response{extra}{sub}"
        lines = self.body_lines(self.random.randint(1, 3))
        shape = self.one(["def", "async def", "yield", "async yield", "class", "callable"])
        fails = ["    if request.headers.get('x-fail') == '%s':\n        %s" % (name, self.raising())] if self.chance(0.4) else []
        self.dependencies.append(name)
        if shape == "class":
            inner = "\n".join("    " + line.replace("\n", "\n    ") for line in fails + lines)
            return f"class {name}:\n    def __init__(self, {arguments}):\n{inner}\n        self.value = {index}\n"
        if shape == "callable":
            inner = "\n".join("    " + line.replace("\n", "\n    ") for line in fails + lines)
            return f"class Callable{index}:\n    def __call__(self, {arguments}):\n{inner}\n        return self\n\n\n{name} = Callable{index}()\n"
        start = "async def" if shape.startswith("async") else "def"
        inner = "\n".join(fails + lines)
        if "yield" not in shape:
            return f"{start} {name}({arguments}):\n{inner}\n    return {self.one(['1', 'None', 'response', repr(name)])}\n"
        after = "\n".join("    " + line for line in self.body_lines(1))
        ending = self.one(["finally:", "except HTTPException:\n        raise\n    finally:", "except ValueError as error:\n        raise HTTPException(418, str(error))\n    finally:"])
        return f"{start} {name}({arguments}):\n{inner}\n    try:\n        yield {self.one(['1', 'response'])}\n    {ending}\n{after}\n        print('after', response.status_code)\n"

    def direct(self) -> str:
        """An expression that makes a response."""
        headers = self.one(["", "", f', headers={{"{self.name()}": {self.text()}}}', ', headers={"X-A": "1", "x-a": "2"}'])
        code = self.one(["", "", f", status_code={self.one(STATUS)}"])
        media = self.one(["", "", ', media_type="text/csv"', ', media_type="application/xml; charset=latin-1"'])
        content = self.one(['"plain"', 'b"bytes"', '"caf\\u00e9"', '""', "None"])
        return self.one([f"Response({content}{code}{headers}{media})", f"Response({content}{code}{headers}{media})", f"JSONResponse({self.one(PYTHON)}{code}{headers})",
                         f"JSONResponse(jsonable_encoder({self.one(PYTHON)}){code}{headers})", f"PlainTextResponse({content}{code}{headers})",
                         f"HTMLResponse({content}{code}{headers}{media})", f'RedirectResponse("{self.one(["/r0", "https://a.test/é?q=a b", "", "//x", "/a%20b#f"])}"{code}{headers})',
                         f"StreamingResponse(iter(['a', b'b', '']){code}{headers}{media})", f"StreamingResponse(stream(){code}{headers}{media})",
                         f"StreamingResponse(astream(){headers}{media})",
                         f"Response(content={content}, background=BackgroundTask(print, 'done'))", f"Loud({content}{code}{headers})"])

    def route(self, index: int, router: str = "app", prefix: str = "") -> str:
        method = self.one(["get", "get", "get", "post", "put", "delete", "patch", "head", "options"])
        path, holes, bases = f"/r{index}", [], []
        if self.chance(0.4):
            base = self.one(TYPES)
            style = self.one(["plain", "plain", "path", "sub"])
            path += {"plain": "/{item_id}", "path": "/f/{item_id:path}", "sub": "/{item_id}/sub/"}[style]
            holes.append(f"item_id: {base if style != 'path' else 'str'}")
            bases.append(base)
        found = [self.parameter(number) for number in range(self.random.randint(0, 3))]
        required = [each for each in found if not self.defaulted(each[3])]
        optional = [each for each in found if self.defaulted(each[3])]
        arguments = holes + ["request: Request", "response: Response"] + [each[3] for each in required]
        body = None
        if method in ("post", "put", "patch") and self.chance(0.6):
            body = self.one(self.models)
            arguments.append(f"data: {self.one([body, body, f'list[{body}]', f'Annotated[{body}, Body(embed=True)]', 'dict', 'Annotated[int, Body()]', 'Spot'])}")
        if self.chance(0.1):
            arguments.append("tasks: BackgroundTasks")
        arguments += [each[3] for each in optional]
        if self.dependencies and self.chance(0.5):
            how = self.one(["", "", "", ", use_cache=False", ', scope="function"', ', scope="request"'])
            arguments.append(f"value: Any = Depends({self.one(self.dependencies)}{how})")
        options = []
        if self.chance(0.3):
            options.append(f"status_code={self.one(STATUS)}")
        returns, model = None, None
        if self.chance(0.4):
            model = self.one([*self.models, *self.models, "list[Item]", "dict[str, int]", "int", "Item | None", "None", "str", "Union[Item, dict]", "list[Color]", "Spot", "list[Spot]"])
            if self.chance(0.6):
                options.append(f"response_model={model}")
                options += [text for text in ("response_model_exclude_unset=True", "response_model_exclude_none=True", "response_model_by_alias=False",
                                              'response_model_include={"id", "name"}', 'response_model_exclude={"id": True}', "response_model_exclude_defaults=True") if self.chance(0.12)]
            else:
                returns = model
        if self.chance(0.2):
            options.append(f"response_class={self.one(['JSONResponse', 'HTMLResponse', 'PlainTextResponse', 'Response', 'RedirectResponse', 'Loud'])}")
        if self.dependencies and self.chance(0.2):
            options.append(f"dependencies=[{', '.join(f'Depends({self.one(self.dependencies)})' for _ in range(self.random.randint(1, 2)))}]")
        lines = self.body_lines(self.random.randint(0, 4))
        if "tasks: BackgroundTasks" in arguments:
            lines.append("    tasks.add_task(print, 'later', response.status_code)")
        if self.chance(0.15):
            lines.append(f"    if request.headers.get('x-fail') == 'route':\n        {self.raising()}")
        result = self.result(model, holes, found, body)
        if self.chance(0.15):
            lines.append(f"    answer = {self.direct()}")
            lines += ["    " + self.touch("answer") for _ in range(self.random.randint(1, 2))]
            result = "answer"
        lines.append(f"    {self.raising()}" if self.chance(0.08) else f"    return {result}" if self.chance(0.97) else "    pass")
        for _ in range(self.random.randint(2, 5)):
            self.requests.append(self.request(method, prefix + path, bases, found, body))
        if self.chance(0.93):
            decorator = f"@{router}.{method}({', '.join([json.dumps(path), *options])})"
        else:
            methods = [method.upper(), self.one(["HEAD", "PUT"])]
            decorator = f"@{router}.api_route({', '.join([json.dumps(path), f'methods={methods!r}', *options])})"
        return f"{decorator}\n{self.one(['def', 'async def'])} route{index}({', '.join(arguments)}){f' -> {returns}' if returns else ''}:\n" + "\n".join(lines) + "\n"

    @staticmethod
    def defaulted(source: str) -> bool:
        after = source.split(": ", 1)[1]
        if after.startswith("Annotated["):
            return "] = " in after or ")] = " in after
        return True if "default=" in after else " = " in after

    def result(self, model, holes, found, body) -> str:
        if self.chance(0.2):
            return self.direct()
        if model and self.chance(0.8):
            fields = ", ".join(f'"{name}": {self.one(PYTHON[:24])}' for name in self.random.sample(["id", "name", "note", "id0", "name1", "tags0", "kind2", "al0", "al1", "secret"], 5))
            return self.one([f"{{{fields}}}", '{"id": 3, "name": "Tom", "secret": "x"}', 'Item(id="5", name="n")', '[{"id": 1, "name": "a"}, Item(id=2, name="b", note="c")]', "Spot(1, 2, ['a'])",
                             self.one(PYTHON), '{"id": "x"}'])
        names = [each[3].split(":")[0] for each in found] + ["item_id"] * len(holes) + (["data"] if body else [])
        if names and self.chance(0.7):
            return "{" + ", ".join(f'"{name}": {name if self.chance(0.8) else f"repr({name})"}' for name in names) + "}"
        return self.one(PYTHON)

    def request(self, method: str, path: str, bases, found, body) -> dict:
        from urllib.parse import quote
        for base in bases:
            path = path.replace("{item_id:path}", "{item_id}").replace("{item_id}", self.values(base) if self.chance(0.9) else "a/b")
        query, headers, cookies = [], [], []
        for kind, base, wire, _ in found:
            for _ in range(self.one([0, 1, 1, 1, 1, 2])):
                value = self.values(base)
                if kind == "query":
                    query.append(f"{quote(wire)}={value.replace('+', '%2B')}")
                elif kind == "header":
                    headers.append([wire if " " not in wire else "x-none", value])
                else:
                    cookies.append(f"{wire.replace(' ', '')}={value}")
        if cookies:
            headers.append(["cookie", "; ".join(cookies)])
        if self.chance(0.35):
            headers.append(["origin", self.one(["https://app.example", "http://localhost:3000", "null", "https://evil.test"])])
        if self.chance(0.25):
            headers.append(["x-fail", self.one([*self.dependencies, "route", "route", "middleware"])])
        text = None
        if body or self.chance(0.05):
            value = {"id": 3, "name": "Tom", "note": None, "id0": 1, "name0": "a", "name1": "b", "kind0": 1, "tags1": [1], "al0": "1", "al1": 2, "al2": "red"}
            kept = {key: item for key, item in value.items() if self.chance(0.85)}
            text = self.one([json.dumps(kept), json.dumps(kept), json.dumps([kept]), json.dumps({"data": kept}), "7", "", "{bad", "null", '"text"', '{"x": 1, "y": "2"}'])
            headers.append(["content-type", self.one(["application/json", "application/json", "application/json", "text/plain", "application/vnd.a+json"])])
        method = method.upper()
        if self.chance(0.12):
            method = self.one(["HEAD", "OPTIONS", "PUT", "GET", "DELETE"])
        if self.chance(0.08):
            path = path[:-1] if path.endswith("/") else path + "/"
        if self.chance(0.1):
            method = "OPTIONS"
            headers = [["origin", self.one(["https://app.example", "https://evil.test"])], ["access-control-request-method", self.one(["GET", "PUT", "PATCH", "get"])]]
            if self.chance(0.6):
                headers.append(["access-control-request-headers", self.one(["x-token", "Content-Type, X-Trace", "", "authorization"])])
            text = None
        return {"method": method, "target": path + ("?" + "&".join(query) if query else ""), "headers": headers, "body": text}

    def cors(self, app: str = "app") -> str:
        origins = self.one(['["*"]', '["https://app.example"]', '["https://app.example", "null"]', "[]"])
        methods = self.one(['["*"]', '["GET", "PUT"]', '("POST",)'])
        allowed = self.one(['["*"]', '["X-Token"]', '["x-b", "X-A"]'])
        exposed = self.one(['["X-Cat-Dog", "x-trace"]', '["*"]'])
        rest = ["allow_credentials=True", f"allow_methods={methods}", f"allow_headers={allowed}", f"expose_headers={exposed}",
                f"max_age={self.one([0, 5, 86400])}", r'allow_origin_regex=r"https?://.*\.?(example|localhost:3000)"']
        options = [f"allow_origins={origins}"] + [text for text in rest if self.chance(0.5)]
        return f"{app}.add_middleware(CORSMiddleware, {', '.join(options)})\n"

    def middleware(self, index: int) -> str:
        lines = "\n".join("    " + self.touch() for _ in range(self.random.randint(1, 2)))
        kind = self.one(["http", "http", "base", "asgi", "cors", "cors", "trusted", "raises"])
        if kind == "cors":
            return self.cors()
        if kind == "trusted":
            hosts = self.one(['["playground.test"]', '["*"]', '["*.test"]', '["other.test", "www.playground.test"]'])
            return f"app.add_middleware(TrustedHostMiddleware, allowed_hosts={hosts})\n"
        if kind == "http":
            return f"@app.middleware(\"http\")\nasync def middleware{index}(request: Request, call_next):\n    response = await call_next(request)\n{lines}\n    return response\n"
        if kind == "raises":
            return (f"@app.middleware(\"http\")\nasync def middleware{index}(request: Request, call_next):\n    if request.headers.get('x-fail') == 'middleware':\n        {self.raising()}\n"
                    f"    return await call_next(request)\n")
        if kind == "base":
            inner = lines.replace("\n", "\n    ")
            return (f"class Middleware{index}(BaseHTTPMiddleware):\n    async def dispatch(self, request, call_next):\n        response = await call_next(request)\n    {inner}\n        return response\n\n\n"
                    f"app.add_middleware(Middleware{index})\n")
        name, value = self.name(), self.one([each for each in VALUES if each.isascii() and each.isprintable()])
        given = self.one(["", ', value="given"'])
        return (f"class Middleware{index}:\n    def __init__(self, app, value=\"{index}\"):\n        self.app = app\n        self.value = value\n\n"
                f"    async def __call__(self, scope, receive, send):\n        if scope[\"type\"] != \"http\":\n            await self.app(scope, receive, send)\n            return\n\n"
                f"        async def send_more(message):\n            if message[\"type\"] == \"http.response.start\":\n                headers = MutableHeaders(scope=message)\n"
                f"                headers.append(\"{name if name != 'X-é' else 'x-e'}\", {json.dumps(value)})\n                headers[\"x-asgi\"] = self.value\n            await send(message)\n\n"
                f"        await self.app(scope, receive, send_more)\n\n\napp.add_middleware(Middleware{index}{given})\n")

    def handler(self, index: int) -> str:
        what = self.one(["HTTPException", "StarletteHTTPException", "RequestValidationError", "Trouble", "404", "ValueError", "Exception", "500", "ResponseValidationError"])
        answer = self.one(['JSONResponse({"handled": type(exc).__name__}, status_code=418)', 'PlainTextResponse(str(exc), status_code=400, headers={"X-Handled": "yes"})', 'Response(status_code=204)'])
        if what == "HTTPException":
            answer = self.one([answer, "await http_exception_handler(request, exc)", "JSONResponse({'detail': exc.detail}, exc.status_code, exc.headers)"])
        if what == "RequestValidationError":
            answer = self.one([answer, "await request_validation_exception_handler(request, exc)", "JSONResponse(jsonable_encoder({'errors': exc.errors(), 'body': exc.body}), 400)"])
        if what == "ResponseValidationError":
            answer = self.one([answer, "JSONResponse({'n': len(exc.errors())}, 500)"])
        return f"@app.exception_handler({what})\nasync def handler{index}(request: Request, exc):\n    return {answer}\n"

    # ------------------------------------------------------------ the program
    def make(self) -> tuple[list[str], list[dict]]:
        add = self.blocks.append
        add(BASE)
        add('class Trouble(Exception):\n    pass\n\n\nclass Loud(JSONResponse):\n    media_type = "application/loud"\n\n    def render(self, content) -> bytes:\n        return repr(content).upper().encode()\n\n\n'
            'def stream():\n    yield "one"\n    yield b"two"\n\n\nasync def astream():\n    for n in range(3):\n        await asyncio.sleep(0)\n        yield f"{n}\\n"\n')
        for index in range(self.random.randint(0, 2)):
            add(self.model(index))
        for index in range(self.random.randint(0, 4)):
            add(self.dependency(index))
        options = []
        if self.dependencies and self.chance(0.2):
            options.append(f"dependencies=[Depends({self.one(self.dependencies)})]")
        if self.chance(0.15):
            options.append(f"default_response_class={self.one(['PlainTextResponse', 'HTMLResponse', 'Loud', 'JSONResponse'])}")
        if self.chance(0.1):
            options.append("redirect_slashes=False")
        if self.chance(0.1):
            options.append("lifespan=lifespan")
            add("@contextlib.asynccontextmanager\nasync def lifespan(app):\n    app.state.ready = 'yes'\n    yield {'shared': [1]}\n")
        add(f"app = FastAPI({', '.join(options)})\n")
        for index in range(self.one([0, 0, 1, 1, 2, 3])):
            add(self.middleware(index))
        for index in range(self.one([0, 0, 1, 2])):
            add(self.handler(index))
        count = self.random.randint(2, 5)
        for index in range(count):
            add(self.route(index))
        if self.chance(0.35):
            prefix = self.one(["", "/api", "/v1/items"])
            inside = self.one(["", f"prefix=\"{prefix}\""]) if prefix else ""
            more = f"dependencies=[Depends({self.one(self.dependencies)})]" if self.dependencies and self.chance(0.4) else ""
            add(f"router = APIRouter({', '.join(filter(None, [inside, more]))})\n")
            outer = "" if inside or not prefix else f", prefix=\"{prefix}\""
            for index in range(count, count + self.random.randint(1, 2)):
                add(self.route(index, "router", prefix))
            late = f", dependencies=[Depends({self.one(self.dependencies)})]" if self.dependencies and self.chance(0.3) else ""
            more = self.one(["", ', tags=["t"]', ", default_response_class=PlainTextResponse"])
            add(f"app.include_router(router{outer}{late}{more})\n")
        structures.add(self)
        uses.add(self)
        layers.add(self)
        afterwards.add(self)
        shapes.add(self)
        self.requests.append({"method": "GET", "target": "/nowhere", "headers": [["origin", "https://app.example"]], "body": None})
        return self.blocks, self.requests


GOOD_PYTHON = {"int": "3", "str": "'tom'", "float": "1.5", "bool": "False", "Color": "Color.green", "Level": "Level.low", "date": "date(2026, 1, 2)",
               "Decimal": "Decimal('0.10')", "Literal['a', 'b']": "'a'", "UUID": "UUID(int=5)"}


def text_of(blocks: list[str]) -> str:
    return IMPORTS + "\n\n" + "\n\n".join(blocks)
