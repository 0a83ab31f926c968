"""Sources of values: for each kind of value, expressions that make one, odd ones among them."""

INTEGERS = ["0", "1", "-1", "2", "3", "7", "-5", "10", "255", "256", "1000", "-1000", "2**31", "2**63", "-2**63", "10**20", "-10**25", "True", "False"]
SMALL = ["0", "1", "-1", "2", "3", "5", "-2", "8", "True"]
FLOATS = ["0.0", "-0.0", "1.0", "-1.5", "2.5", "0.1", "1e22", "1e16", "1.5e-7", "1e300", "-1e-300", "123456.789", "float('inf')", "float('-inf')",
          "float('nan')", "3.5", "1/3", "0.5", "5e-324"]
TEXTS = ["''", "'a'", "'abc'", "'Hello World'", "'  padded\\t\\n'", "'caf\\u00e9'", "'\\U0001f436 dog'", "'ABC def'", "'1234'", "'12.5'", "'-7'", "'a,b,,c'",
         "'\\u0130\\u00df\\ufb01'", "'line1\\nline2\\r\\nline3'", "'x=%s'", "'{} {}'", "'tab\\tbed'", "'\\x00\\x1f'", "'\\u0661\\u0662'", "'aXbXc'", "'0x1f'", "'\\ud800'",
         "\"it's\"", "'\"quoted\"'", "'abcabcabc'", "'_under_score'", "'\\u00bd'", "'e\\u0301'", "'hello world foo'", "'zz'"]
BYTES = ["b''", "b'abc'", "b'a,b,c'", "b'\\xff\\x00'", "b'  hi  '", "b'ABC'", "bytearray(b'xyz')", "bytes(range(5))", "'\\u00e9'.encode()", "b'12'"]
LISTS = ["[]", "[1, 2, 3]", "['b', 'a', 'c']", "[[1], [2]]", "[1, 'a', None]", "[3, 1, 2, 1]", "[0.5, 1]", "list(range(10))", "[True, 0]", "[(1, 'x'), (2, 'y')]", "[None]"]
TUPLES = ["()", "(1,)", "(1, 2, 3)", "('a', 1)", "((1, 2), (3, 4))", "('a', 'b')"]
DICTS = ["{}", "{'a': 1}", "{'a': 1, 'b': 2}", "{1: 'x', None: 'y'}", "{'k': [1, 2]}", "dict(x=1, y=2)", "{(1, 2): 3}", "{1: 1, True: 2, 1.0: 3}"]
SETS = ["set()", "{1}", "{1, 2, 3}", "frozenset()", "frozenset({2, 3})", "{'a'}", "{None}"]
OTHERS = ["None", "...", "NotImplemented", "range(5)", "range(10, 0, -3)", "slice(1, 2)", "slice(None, None, -1)", "int", "str", "len", "object", "Exception('e', 1)", "ValueError()",
          "KeyError('k')", "(lambda x: x)", "type", "range(0)", "iter([1, 2])", "(i * i for i in range(4))", "int | None", "list[int]", "print"]
ITERABLES = ["[3, 1, 2]", "'bca'", "(1, 2, 3)", "range(4)", "{'a': 1, 'b': 2}", "{5}", "b'az'", "iter([1, 2])", "map(str, [1, 2])", "zip('ab', [1, 2])", "enumerate('xy')", "reversed([1, 2])", "[]",
             "(x for x in 'pq')", "[[1, 2], [3, 4]]", "{}.items()", "['10', '9']"]
FUNCTIONS = ["str", "len", "int", "lambda x: x", "lambda x: -x", "abs", "repr", "lambda *a: a", "lambda a, b: a + b", "None", "bool", "lambda a, b: a", "max", "list", "type"]
SPECS = ["", "d", "5", "<8", ">8", "^9", "*^9", "+", " ", "08.3f", ",", "_", "x", "#x", "#010b", "o", "e", ".2e", ".3g", "g", "G", "%", ".1%", "n", "c", "s", ".2", "10.4", "=+7", "0>4", "é^6", ",.2f", "_x", "z.1f",
         "+.0f", "#.0f", "X", "5s", ".2s", "F", "E", "05", "-5", "+,d", "{", "}", "!", "ss", "99x", "1.", "<<5", ",d", ",x", ",_"]
PERCENTS = ["%s", "%r", "%a", "%d", "%5d", "%-5d|", "%05d", "%+d", "% d", "%x", "%#x", "%X", "%o", "%e", "%.2e", "%f", "%.3f", "%g", "%c", "%%", "%10s|", "%-10s|", "%.2s", "%i", "%u", "%(a)s", "%(b)d", "%*d", "%.*f", "%q", "%",
            "%s %s", "%#o", "%5.1f", "%G", "%+.2e", "%(a)5s|"]
CALENDAR = ["date(2024, 2, 29)", "date.min", "date(1999, 12, 31)", "datetime(2024, 2, 29, 13, 5, 9, 120)", "datetime(2000, 1, 1, tzinfo=timezone.utc)", "datetime.max", "datetime(2024, 3, 10, 2, 30, fold=1)",
            "datetime(1970, 1, 1, tzinfo=timezone(timedelta(hours=-5, minutes=-30)))", "time(1, 2, 3)", "time(23, 59, 59, 999999, tzinfo=timezone.utc)", "timedelta(0)", "timedelta(days=1, seconds=-5)",
            "timedelta(hours=26, microseconds=7)", "timedelta.max", "timedelta(days=-1)", "timezone.utc", "timezone(timedelta(minutes=330), 'IST')"]
DECIMALS = ["Decimal('1.50')", "Decimal(0)", "Decimal('-0.0')", "Decimal('1E+5')", "Decimal('NaN')", "Decimal('Infinity')", "Decimal('-7')", "Decimal('0.1')", "Decimal('123456789.987654321')", "Decimal('1e-10')", "Decimal(3)"]
RATIOS = ["Fraction(1, 3)", "Fraction(-7, 2)", "Fraction(0)", "Fraction('1.25')", "Fraction(5)"]
CONTAINERS = ["Counter('abracadabra')", "Counter()", "Counter(a=2, b=-1)", "deque([1, 2, 3])", "deque('ab', 2)", "deque()", "OrderedDict(a=1, b=2)", "defaultdict(int, {'a': 1})", "defaultdict(list)",
              "ChainMap({'a': 1}, {'b': 2})", "Point(1, 2)", "Point(x=3, y=4)", "UserDict({'a': 1})", "UserList([1, 2])", "UserString('abc')"]
RECORDS = ["Color.RED", "Color.GREEN", "Level.LOW", "Level.HIGH", "Mode.A", "Perm.R", "Perm.R | Perm.W", "Perm(0)", "Item('n')", "Item('m', 2, ['t'])", "Frozen(1, 2)", "Ordered(1, 'b')", "Ordered(2, 'a')", "HTTPStatus.OK",
           "HTTPStatus.NOT_FOUND"]
IDENTIFIERS = ["UUID(int=5)", "UUID('12345678-1234-5678-1234-567812345678')", "uuid3(NAMESPACE_DNS, 'a.b')", "uuid5(NAMESPACE_URL, 'x')"]
PATHS = ["PurePosixPath('/a/b.txt')", "PurePosixPath('a/../b')", "PurePosixPath('.')", "PurePosixPath('/')", "PurePosixPath('a.tar.gz')"]
PATTERNS = ["r'\\d+'", "r'(\\w)(\\w)?'", "r'(?P<n>[a-c]+)'", "r'a|b'", "r'^\\s*'", "r'(?i)ABC'", "r'x*'", "r'[^a]'", "r'(a)|(b)'", "r'\\b\\w'", "r'(?<=a)b'", "r'.'", "r'(?:ab)+?'", "r'('", "r'[z-a]'", "r'a{2,1}'", "r'*'", "r'(?P<n>a)(?P=n)'",
            "r'\\Z'", "r'(?=b)'", "r'a{1,2}'", "r'(?m)^l'", "r'(?s).+'", "r'\\u00e9'", "r'(a*)*'", "r'[\\w-]+'", "r'(?<!a)b(?!c)'", "r'(?P<x>a)(?P<y>b)?(?(y)c|d)'", "r'(?:(a)|b)+'", "r'(?i:A)b'", "r'(?=(a))a'", "r'a++b?'", "r'(?>a|ab)c'", "r'\\w(?#x)'", "r'(?<=\\d{2})\\w'", "r'^$|\\s+$'", "r'[^\\W\\d_]+'", "r'(.)\\1'", "r'\\B.'", "r'(?x) a b # c'", "r'(?a)\\w+'", "r'(?-i:a)'", "r'\\1'", "r'[]a]'", "r'[a-\\d]'", "r'(?P=z)'", "r'(?<=a*)b'"]
POOLS = [INTEGERS, FLOATS, TEXTS, BYTES, LISTS, TUPLES, DICTS, SETS, OTHERS, CALENDAR, DECIMALS, RATIOS, CONTAINERS, RECORDS, IDENTIFIERS, PATHS]
