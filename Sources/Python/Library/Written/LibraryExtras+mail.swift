/// What the modules of message headers have besides, written in Python.
extension LibraryExtras {
    /// The rest of `http.cookies`: how a `Cookie` header is read (CPython 3.11 `http.cookies.BaseCookie.load`).
    ///
    /// Reading ends at the first part that is no cookie; a part without a name or out of place voids the whole header.
    static let cookies = WrittenModule(
        #"""
        import re as _re
        _key = r"[\w!#%&'~_`><@,:/$*+\-.^|)(?}{=]"
        _date = r'\w{3},\s[\w\s-]{9,11}\s[\d:]{8}\sGMT'
        _part = _re.compile(rf'\s*({_key}+?)(?:\s*=\s*("(?:[^\\"]|\\.)*"|{_date}|(?:{_key}|[\[\]])*))?\s*(?:\s+|;|$)', _re.A)
        _flags = 'secure', 'httponly'
        def _parts(text):
            """(is an attribute, key, value) of each part; nothing where the header is not valid."""
            at, found, isOpen = 0, [], False
            while at < len(text) and (part := _part.match(text, at)):
                at, (key, value) = part.end(), part.groups()
                if key[0] == '$':
                    if isOpen:
                        found.append((True, key[1:], value))
                elif key.lower() in Morsel._reserved:
                    if not isOpen or value is None and key.lower() not in _flags:
                        return []
                    found.append((True, key, True if value is None else _unquote(value)))
                elif value is None:
                    return []
                else:
                    found.append((False, key, value))
                    isOpen = True
            return found
        def _load(self, rawdata):
            if not isinstance(rawdata, str):
                for key, value in rawdata.items():
                    self[key] = value
                return
            last = None
            for isAttribute, key, value in _parts(rawdata):
                if isAttribute:
                    last[key] = value
                else:
                    decoded, coded = self.value_decode(value)
                    last = self.get(key, Morsel())
                    last.set(key, decoded, coded)
                    dict.__setitem__(self, key, last)
        def _js_output(self, attrs=None):
            return ''.join(morsel.js_output(attrs) for _, morsel in sorted(self.items()))
        def _js_output_one(self, attrs=None):
            text = self.OutputString(attrs).replace('"', r'\"')
            indent = ' ' * 8
            lines = '', '<script type="text/javascript">', '<!-- begin hiding', f'document.cookie = "{text}";', '// end hiding -->', '</script>', ''
            return f'\n{indent}'.join(lines)
        """#)

    /// The rest of `email.utils`.
    static let email = WrittenModule(
        #"""
        def mktime_tz(data):
            import calendar, time
            return time.mktime(data[:8] + (-1,)) if data[9] is None else calendar.timegm(data) - data[9]
        def _encoded_word(text, charset):
            """A text that is not ASCII, as RFC 2047 lets it stand in a header."""
            import base64
            data = text.encode(charset)
            plain = b'-!*+/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
            quoted = ''.join(chr(byte) if byte in plain else '_' if byte == 32 else f'={byte:02X}' for byte in data)
            coded = base64.b64encode(data).decode()
            if charset.startswith(('iso-8859-', 'windows-125')) or len(quoted) <= len(coded):
                return f'=?{charset}?q?{quoted}?='
            return f'=?{charset}?b?{coded}?='
        def formataddr(pair, charset='utf-8'):
            name, address = pair
            address.encode('ascii')
            if not name:
                return address
            if not name.isascii():
                return f'{_encoded_word(name, charset.lower())} <{address}>'
            mark = '"' if any(character in '()<>@,:;".[]\\' for character in name) else ''
            return f'{mark}{quote(name)}{mark} <{address}>'
        def _without_comments(text):
            """A text without what stands in parentheses, and what stood there."""
            kept, comments, depth = '', [], 0
            for character in text:
                depth += character == '('
                if not depth:
                    kept += character
                elif character == '(' and depth == 1:
                    comments.append('')
                elif character != ')' or depth > 1:
                    comments[-1] += character
                depth -= character == ')' and depth > 0
            return kept.strip(), comments
        def parseaddr(addr):
            name, mark, rest = addr.rpartition('<') if '>' in addr else ('', '', addr)
            if not mark:
                address, comments = _without_comments(rest)
                return ' '.join(comments), address
            address = rest[:rest.rindex('>')]
            if name.strip()[:1] == '"':
                return unquote(name.strip()), address
            name, comments = _without_comments(name)
            if comments:
                name = f"{name} ({' '.join(comments)})"
            return name, address
        def encode_rfc2231(s, charset=None, language=None):
            import urllib.parse
            quoted = urllib.parse.quote(s, safe='', encoding=charset or 'ascii')
            return quoted if charset is language is None else f"{charset}'{language or ''}'{quoted}"
        def decode_rfc2231(s):
            parts = s.split("'", 2)
            return parts if len(parts) == 3 else (None, None, s)
        def quote(str):
            return str.replace('\\', r'\\').replace('"', r'\"')
        def unquote(str):
            if len(str) > 1 and str[0] == str[-1] == '"':
                return str[1:-1].replace('\\\\', '\\').replace('\\"', '"')
            if len(str) > 1 and str[0] == '<' and str[-1] == '>':
                return str[1:-1]
            return str
        def getaddresses(fieldvalues):
            found, depth, isQuoted, current = [], 0, False, ''
            for character in ', '.join(str(value) for value in fieldvalues):
                if character == '"':
                    isQuoted = not isQuoted
                elif not isQuoted:
                    depth += (character == '<') - (character == '>')
                if character == ',' and not isQuoted and not depth:
                    found.append(parseaddr(current))
                    current = ''
                else:
                    current += character
            if current.strip():
                found.append(parseaddr(current))
            return found
        def localtime(dt=None, isdst=-1):
            import datetime
            return (datetime.datetime.now(datetime.timezone.utc) if dt is None else dt).astimezone()
        """#)
}
