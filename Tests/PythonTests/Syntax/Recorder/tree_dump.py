"""Writes CPython's `ast` in the compact form of TreeDump.swift."""

import ast
import struct

OPERATORS = {
    "Add": "+", "Sub": "-", "Mult": "*", "MatMult": "@", "Div": "/", "Mod": "%", "Pow": "**", "LShift": "<<",
    "RShift": ">>", "BitOr": "|", "BitXor": "^", "BitAnd": "&", "FloorDiv": "//", "Invert": "~", "Not": "not",
    "UAdd": "+", "USub": "-", "And": "and", "Or": "or", "Eq": "==", "NotEq": "!=", "Lt": "<", "LtE": "<=", "Gt": ">",
    "GtE": ">=", "Is": "is", "IsNot": "is not", "In": "in", "NotIn": "not in",
}


def quote(data):
    if isinstance(data, str):
        data = data.encode("utf-8", "surrogatepass")
    plain = lambda byte: 0x20 <= byte < 0x7F and byte not in b'"\\'
    return '"' + "".join(chr(b) if plain(b) else f"\\x{b:02x}" for b in data) + '"'


def constant(value):
    if value is None or value is True or value is False:
        return str(value)
    if value is Ellipsis:
        return "Ellipsis"
    if isinstance(value, int):
        return str(value) if value < 1 << 63 else "big"
    if isinstance(value, float):
        return "f" + format(struct.unpack(">Q", struct.pack(">d", value))[0], "x")
    if isinstance(value, complex):
        return "j" + format(struct.unpack(">Q", struct.pack(">d", value.imag))[0], "x")
    if isinstance(value, bytes):
        return "b" + quote(value)
    return quote(value)


class Dumper:
    def __init__(self, source):
        self.starts = [0]
        index = 3 if source.startswith(b"\xef\xbb\xbf") else 0
        self.starts[0] = index
        while index < len(source):
            byte = source[index]
            index += 1
            if byte == 13 and source[index:index + 1] == b"\n":
                index += 1
            if byte in (10, 13):
                self.starts.append(index)

    def items(self, values, ranges):
        return "[" + " ".join(self.dump(value, ranges) for value in values) + "]"

    def dump(self, node, ranges=True):
        if node is None:
            return "-"
        if isinstance(node, str):
            return quote(node)
        name = type(node).__name__
        if name in OPERATORS:
            return quote(OPERATORS[name])
        method = getattr(self, name, None)
        if method:
            return method(node, ranges)
        fields = []
        for field in node._fields:
            value = getattr(node, field, None)
            if field in ("ctx", "type_comment", "kind"):
                continue
            if isinstance(value, list):
                fields.append(self.items(value, ranges))
            elif isinstance(value, int) and field in ("simple", "level"):
                fields.append(str(value))
            else:
                fields.append(self.dump(value, ranges))
        return self.node(node, name, fields, ranges)

    def node(self, node, name, fields, ranges):
        place = ""
        if ranges and hasattr(node, "lineno"):
            start = self.starts[node.lineno - 1] + node.col_offset
            end = self.starts[node.end_lineno - 1] + node.end_col_offset
            place = f" {start}:{end}"
        return "(" + name + place + "".join(" " + field for field in fields) + ")"

    def Constant(self, node, ranges):
        return self.node(node, "Constant", [constant(node.value)], ranges)

    def MatchSingleton(self, node, ranges):
        return self.node(node, "MatchSingleton", [constant(node.value)], ranges)

    def JoinedStr(self, node, ranges):
        return self.node(node, "JoinedStr", [self.parts(node)], ranges)

    def parts(self, node):
        parts = []
        for value in node.values:
            if isinstance(value, ast.Constant):
                parts.append(quote(value.value))
                continue
            conversion = "-" if value.conversion < 0 else chr(value.conversion)
            specification = self.parts(value.format_spec) if value.format_spec else "-"
            parts.append(f"(FormattedValue {self.dump(value.value, False)} {conversion} {specification})")
        return "[" + " ".join(parts) + "]"

    def comprehension(self, node, ranges):
        prefix = "async " if node.is_async else ""
        return f"({prefix}{self.dump(node.target, ranges)} {self.dump(node.iter, ranges)} {self.items(node.ifs, ranges)})"

    def withitem(self, node, ranges):
        return f"({self.dump(node.context_expr, ranges)} {self.dump(node.optional_vars, ranges)})"

    def match_case(self, node, ranges):
        body = self.items(node.body, ranges)
        return f"({self.dump(node.pattern, ranges)} {self.dump(node.guard, ranges)} {body})"


def dump(source):
    """The dump of the module with the bytes `source`."""
    return Dumper(source).items(ast.parse(source).body, True)
