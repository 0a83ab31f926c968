import csv
import io

out = io.StringIO()
writer = csv.writer(out)
print(writer.writerow(["a", 1, 2.5, None, True, 'say "hi"', "x,y", "two\nlines", " padded "]))
writer.writerows([[""], [], ["", ""], ("é", "🐶")])
print(repr(out.getvalue()))
for options in [{"delimiter": ";"}, {"quoting": csv.QUOTE_ALL}, {"quoting": csv.QUOTE_NONNUMERIC}, {"quotechar": "'"}, {"lineterminator": "\n"},
                {"quoting": csv.QUOTE_NONE, "escapechar": "\\"}, {"doublequote": False, "escapechar": "\\"}, {"dialect": "excel-tab"}, {"dialect": "unix"}]:
    out = io.StringIO()
    csv.writer(out, **options).writerow(["a;b", "it's", 'q"', 1, 1.5, "x\ty", ""])
    print(options, repr(out.getvalue()))
for options, row in [({"quoting": csv.QUOTE_NONE}, ["a,b"]), ({"quoting": csv.QUOTE_NONE}, [""]), ({"delimiter": "ab"}, []), ({"delimiter": 1}, []),
                     ({"bad": 1}, []), ({"dialect": "none"}, []), ({}, 5), ({"quoting": 9}, [])]:
    try:
        csv.writer(io.StringIO(), **options).writerow(row)
    except Exception as error:
        print(type(error).__name__, error)
texts = ['a,b\r\n1,2\r\n', '"a ""q""",b\n', '"two\nlines",x\n', "a,,\n\n,\n", ' a, "b"\n', 'a"b,"c"d\n', '"open', "a\rb\n"]
for text in texts:
    for options in [{}, {"skipinitialspace": True}, {"quoting": csv.QUOTE_NONE}, {"strict": True}, {"escapechar": "\\", "doublequote": False}]:
        try:
            print(repr(text), options, list(csv.reader(io.StringIO(text), **options)))
        except csv.Error as error:
            print(repr(text), options, error)
print(list(csv.reader(["1,'x'", "2.5,'y'"], quoting=csv.QUOTE_NONNUMERIC, quotechar="'")))
reader = csv.reader("a,b\nc,d\n".splitlines())
print(next(reader), reader.line_num, list(reader), reader.line_num)
out = io.StringIO()
writer = csv.DictWriter(out, fieldnames=["id", "name"], restval="-")
print(writer.writeheader(), writer.fieldnames)
writer.writerow({"id": 1, "name": "Tom"})
writer.writerows([{"id": 2}, {"name": "x"}])
print(repr(out.getvalue()))
try:
    writer.writerow({"id": 1, "age": 3})
except ValueError as error:
    print(error)
out = io.StringIO()
csv.DictWriter(out, ["id"], extrasaction="ignore", delimiter=";").writerow({"id": 1, "age": 3})
print(repr(out.getvalue()))
for row in csv.DictReader(io.StringIO("id,name\n1,Tom\n2\n\n3,x,y\n"), restkey="rest", restval="?"):
    print(row)
reader = csv.DictReader(io.StringIO("1,2\n"), fieldnames=["a", "b"])
print(reader.fieldnames, next(reader), csv.list_dialects())
