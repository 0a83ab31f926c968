"""The expressions, by topic: hand-written ones and generated ones."""


def all_topics(rng):
    return {
        "integers": INTEGERS + generated_integers(rng),
        "floats": FLOATS + generated_floats(rng),
        "formats": FORMATS + generated_formats(rng),
        "texts": TEXTS + generated_texts(rng),
        "bytes": BYTES,
        "containers": CONTAINERS + generated_containers(rng),
        "functions": FUNCTIONS,
    }


BINARY = ["+", "-", "*", "//", "%", "/", "<<", ">>", "&", "|", "^", "<", "<=", "==", "!=", ">", ">="]


def integer(rng, bits):
    value = rng.getrandbits(rng.randint(0, bits))
    return -value if rng.random() < 0.5 else value


def generated_integers(rng):
    out = []
    for bits in (8, 64, 70, 200, 1200, 4000):
        for _ in range(45):
            a, b, op = integer(rng, bits), integer(rng, bits), rng.choice(BINARY)
            if op in ("<<", ">>"):
                b = abs(b) % 300
            out.append(f"({a}) {op} ({b})")
        for _ in range(10):
            a, b = integer(rng, bits), integer(rng, bits // 2)
            out += [f"divmod({a}, {b})", f"({a}).bit_length()", f"hash({a})", f"hex({a})", f"oct({a})", f"bin({a})", f"float({a})"]
            out += [f"pow({a}, {abs(b)}, {integer(rng, bits) or 1})" if bits < 300 else f"-({a})", f"~({a})", f"int(str({a}), 10)"]
            out += [f"({a}).to_bytes(800, 'big', signed=True)[-20:]", f"int.from_bytes(({a}).to_bytes(800, 'little', signed=True), 'little', signed=True) == {a}"]
    for _ in range(60):
        out.append(f"({integer(rng, 40)}) ** {rng.randint(0, 40)}")
        out.append(f"round({integer(rng, 80)}, {rng.randint(-26, 3)})")
        base = rng.randint(2, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[:base]
        out.append(f"int('{''.join(rng.choice(digits) for _ in range(rng.randint(1, 60)))}', {base})")
        out.append(f"({integer(rng, 1100)}) / ({integer(rng, 1100) or 1})")
        out.append(f"({integer(rng, 70)}) < {rng.uniform(-2**66, 2**66)!r}")
        out.append(f"({integer(rng, 60)}) == float({integer(rng, 60)})")
    return out


INTEGERS = """
round(5,-40)|round(5,10**30)|[]*10**12|()*10**12|(5).to_bytes(0,'big')
1/0|1//0|1%0|divmod(1,0)|0**-1|2**-1|(-2)**-3|2**0|0**0|(-7)//2|(-7)%2|7//-2|7%-2|0/-5|-7//-2
9223372036854775807+1|-9223372036854775808-1|9223372036854775807*2|-(-9223372036854775808)|abs(-9223372036854775808)|(-9223372036854775808)//-1|(-9223372036854775808)%-1|4611686018427387904<<1|1<<62|1<<63|-1<<63|1<<64|1<<-1|1>>-1|1>>1000|-1>>1000|1<<10**30|0<<10**30
3.0//2|True+True|True&False|True|2|True^True|True|False|~True|-True|+True|True<<3|True*3.5|int(True)|True==1|True==1.0|1==1.0|2**53+1==2.0**53|10**400>1e300|10**400==float('inf')|10**400<float('inf')|-10**400>float('-inf')|1<float('nan')|1==float('nan')|1!=float('nan')
int('1'*5000)|str(10**5000)|str(10**4299)[:20]|len(str(10**4299))|len(str(10**4300))|'%d' % 10**3|f'{10**5000}'|int('1'*5000,3)|int('1'*5000,16)%1000007|int('9'*4300)%1000007
int('x')|int('')|int(' 12 ')|int('1_000')|int('1__0')|int('_1')|int('1_')|int('+5')|int('-5')|int('- 5')|int('0x1f',16)|int('0x1f',0)|int('0b101',0)|int('0o17',0)|int('017',0)|int('0',0)|int('00',0)|int('0_0',0)|int('0x_1f',0)|int('0x',16)|int('z',36)|int('Z',36)|int('9',8)|int('1',1)|int('1',37)|int('1',-1)|int(5,5)|int(b'ab')|int(b'12')|int(b'\\xff')|int('é')|int('١٢')|int([])|int(None)|int(3.9)|int(-3.9)|int(1e20)|int(1e300)%1000007|int(float('inf'))|int(float('nan'))|int('12',base=10)|int()|int('1.5')
10**400/3|10**400/10**399|1/3|2**1024/2**1023|(2**53+1)/1|(2**1074)/(2**2148)|1/(2**1075)|3/(2**1075)|10**400*1.0|float(10**400)|10**308*10/10|-(10**400)/10**400|1/10**400|(10**20)//(10**19)|2**100 % 7.5
pow(2,-1,7)|pow(2,-1,4)|pow(2,5,0)|pow(2.0,5,3)|pow(2,5,-7)|pow(0,0,1)|pow(3,1000,7)|pow(-3,3,7)|pow(2,10)|pow(2,0.5)|pow(0,-1)|pow(2,'a')
(5).bit_count()|(-5).bit_count()|(5).conjugate()|(5).real|(5).imag|(5).numerator|(5).denominator|(5).as_integer_ratio()|(0).bit_length()|(-256).bit_length()
(300).to_bytes(1,'big')|(300).to_bytes(2,'big')|(300).to_bytes(2,'little')|(-1).to_bytes(1,'big')|(-1).to_bytes(2,'big',signed=True)|(127).to_bytes(1,'big',signed=True)|(128).to_bytes(1,'big',signed=True)|(-128).to_bytes(1,'big',signed=True)|(5).to_bytes(-1,'big')|(5).to_bytes()|(0).to_bytes(0,'big')|int.from_bytes(b'a','foo')|int.from_bytes(b'\\xff\\x01','big')|int.from_bytes(b'\\xff\\x01','big',signed=True)|int.from_bytes([1,2],'little')|int.from_bytes(b'')
round(15,-1)|round(25,-1)|round(-15,-1)|round(5,-1)|round(123,-5)|round(10**30+5,-1)|round(7)|round(7,2)|round(True)|hash(2**61-1)|hash(2**61)|hash(-1)|hash(-2)|hash(True)|hash(10**100)|hash(-10**100)|hash(0)
1+'a'|'a'+1|1-'a'|1<'a'|1@2|-'a'|~1.0|1+None|None+1|1 in 5|len(5)|5[0]|5()|1<None|[]<1|1 if 0 else 2|not 5|1<2<3|1<3<2
(1).__add__(2)|(1).__add__('a')|(1).__radd__(2)|(1).__eq__(1)|(1).__lt__(2)|(1).__neg__()|(1).__hash__()|(1).__repr__()|(1).__bool__()|(7).__divmod__(2)|(7).__index__()|(7).__float__()|int.__add__(1,2)|(1).__class__|(5).__format__('x')|(2).__pow__(3)|(1).__sub__(3)|(1).__rsub__(3)
""".strip().replace("\n", "|").split("|")


def generated_floats(rng):
    import struct

    out = []
    for _ in range(400):
        value = struct.unpack("<d", struct.pack("<Q", rng.getrandbits(64)))[0]
        if value == value and abs(value) != float("inf"):
            out.append(repr(value))
            if rng.random() < 0.4:
                out += [f"({value!r}).hex()", f"hash({value!r})", f"({value!r}).as_integer_ratio()", f"round({value!r}, {rng.randint(-5, 20)})"]
                out.append(f"int({value!r})")
                out.append(f"float.fromhex('{value.hex()}')")
    for _ in range(250):
        a, b = round(rng.uniform(-1000, 1000), rng.randint(0, 4)), round(rng.uniform(-50, 50), rng.randint(0, 3))
        op = rng.choice(["+", "-", "*", "/", "//", "%", "<", "=="])
        out.append(f"({a!r}) {op} ({b!r})")
        out.append(f"divmod({a!r}, {rng.choice([b, int(b)])!r})")
        out.append(f"round({a!r}, {rng.randint(-3, 4)})")
        out.append(f"({abs(a)!r}) ** ({round(b / 10, 2)!r})")
        out.append(f"round({a!r})")
    for _ in range(100):
        out.append(f"round({rng.randint(0, 10 ** rng.randint(1, 6))}.{rng.randint(0, 999):03d}5, 3)")
        out.append(f"float('{rng.randint(0, 10**rng.randint(1, 30))}e{rng.randint(-340, 310)}')")
    return out


FLOATS = """
0.0|-0.0|1.0|1e15|1e16|1e17|123456789012345680.0|9007199254740992.0|9007199254740993.0|1e-4|1e-5|0.00012345|1e22|1e23|1.5e300|5e-324|1.7976931348623157e308|0.1+0.2|1/3|100.0|1e100|-1e-7|float('inf')|float('-inf')|float('nan')|-float('nan')
1.0/0|1.0//0|1.0%0|divmod(1.0,0)|0.0**-1|(-8.0)**2|(-8.0)**3|2.0**10000|2.0**-10000|float('inf')*0|float('inf')-float('inf')|float('inf')//1|float('inf')%1|1%float('inf')|-1%float('inf')|5.0%-3|-5.0%3|-0.0%3|0.0%-3|5.5//2|-5.5//2|1e300*1e300|0.0==-0.0|float('nan')==float('nan')|1.5<2|1.5<'a'|1.5+'a'|1.5+None|0.5**0.5|(-1.0)**float('inf')|1.0**float('nan')|0.0**0|float('inf')**-1|2**0.5|2.5**2|7.0//0.1|1.0//0.1|-7.5%2
float('x')|float('')|float(' 1.5 ')|float('1_000.5')|float('1__0')|float('_1')|float('1_.5')|float('1._5')|float('1e5')|float('1E-5')|float('.5')|float('5.')|float('.')|float('e5')|float('1e')|float('+1.5')|float('-1.5')|float('--1')|float('infinity')|float('-Infinity')|float('INF')|float('nAn')|float('+nan')|float('infin')|float('0x10')|float('1e400')|float('-1e400')|float('1e-400')|float('١.٥')|float(b'1.5')|float([])|float(None)|float(True)|float(10**20)|float('1'*400)|float('0.'+'0'*400+'1')|float(x=1)|float()|float('1e0000000000000000005')|float('123456789012345678901234567890')|float('2.2250738585072014e-308')|float('4.9e-324')|float('2.4e-324')|float('2.5e-324')
round(0.5)|round(1.5)|round(2.5)|round(-0.5)|round(-1.5)|round(2.675,2)|round(1.005,2)|round(0.125,2)|round(1e22,-20)|round(1e300,-300)|round(5e-324,323)|round(5e-324,324)|round(1.5,400)|round(1.5,-400)|round(-1.5,-400)|round(float('nan'),2)|round(float('inf'),2)|round(float('nan'))|round(float('inf'))|round(1.7976931348623157e308,-308)|round(9.5)|round(1e20)|round(1.5,None)|round(1.5,'a')|round(2.5,0)|round(-2.5,0)|round(1234.5678,-2)
(0.5).as_integer_ratio()|(-0.75).as_integer_ratio()|(0.0).as_integer_ratio()|(1e300).as_integer_ratio()|float('nan').as_integer_ratio()|float('inf').as_integer_ratio()|(1.0).is_integer()|(1.5).is_integer()|float('inf').is_integer()|(1.5).hex()|(0.0).hex()|(-0.0).hex()|(5e-324).hex()|float('inf').hex()|float('nan').hex()|(1.5).real|(1.5).imag|(1.5).conjugate()
float.fromhex('0x1.8p1')|float.fromhex('1.8')|float.fromhex('-0x1p-1074')|float.fromhex('0x1p-1075')|float.fromhex('0x1.8p-1075')|float.fromhex('0x1p5000')|float.fromhex('zz')|float.fromhex('')|float.fromhex('inf')|float.fromhex('-nan')|float.fromhex('0x1.fffffffffffff8p0')|float.fromhex(' 0xAp3 ')|float.fromhex('0x.8')|float.fromhex('0x1p')
hash(0.5)|hash(1.5)|hash(2.0**70)|hash(float('inf'))|hash(-float('inf'))|hash(0.1)|hash(-0.1)|hash(1e300)|hash(5e-324)|hash(-1.0)|hash(0.0)|(1.5).__add__(2)|(1.5).__add__('a')|(1.5).__radd__(1)|(1.5).__eq__(1)|(1.5).__floor__()|(1.5).__ceil__()|(-1.5).__trunc__()|(1.5).__int__()|(1.5).__round__()|(1.5).__bool__()|abs(-1.5)|abs(-0.0)|-0.0+0|+(-1.5)
""".strip().replace("\n", "|").split("|")


def generated_formats(rng):
    out = []
    fills, aligns, signs = ["", "*", "0", "é"], ["", "<", ">", "^", "="], ["", "+", "-", " "]
    for _ in range(900):
        align = rng.choice(aligns)
        fill = rng.choice(fills) if align else ""
        spec = fill + align + rng.choice(signs) + rng.choice(["", "", "#"]) + rng.choice(["", "", "0"])
        spec += rng.choice(["", "", str(rng.randint(1, 25))]) + rng.choice(["", "", ",", "_"])
        kind = rng.random()
        if kind < 0.45:
            spec += rng.choice(["", "", f".{rng.randint(0, 20)}"]) + rng.choice(["", "e", "E", "f", "F", "g", "G", "%", "n", "d"])
            value = rng.choice([0.0, -0.0, 1.5, -2.5, 1e16, 123456.789, 1e-5, 0.1, 1e100, 12345678.9, -0.001, 9.995, 0.5, 2.5])
            if rng.random() < 0.3:
                value = rng.uniform(-1e6, 1e6)
            out.append(f"format({value!r}, {spec!r})")
        elif kind < 0.85:
            spec += rng.choice(["", "d", "x", "X", "o", "b", "c", "n", "e", "f", "g", "%", "s"])
            value = rng.choice([0, 1, -1, 42, -1234567, 10**12, 255, 2**70, -(2**70), 97, True])
            out.append(f"format({value!r}, {spec!r})")
        else:
            spec += rng.choice(["", f".{rng.randint(0, 5)}"]) + rng.choice(["", "s", "d"])
            out.append(f"format({rng.choice(['', 'a', 'héllo', '日本'])!r}, {spec!r})")
    for _ in range(300):
        flags = "".join(c for c in "-+ #0" if rng.random() < 0.25)
        spec = "%" + flags + rng.choice(["", str(rng.randint(1, 15))]) + rng.choice(["", f".{rng.randint(0, 10)}"]) + rng.choice("diuxXoeEfFgGcsra")
        value = rng.choice([0, 5, -5, 97, 12345, 1.5, -0.25, 1e20, "'ab'", "'é'", 2**70, True, None, 255])
        out.append(f"{spec!r} % ({value},)")
    for _ in range(200):
        out.append(f"format({rng.uniform(-1000, 1000)!r}, '.{rng.randint(0, 18)}{rng.choice('efg')}')")
        out.append(f"format({10 ** rng.uniform(-320, 300)!r}, '.{rng.randint(0, 25)}{rng.choice('eg')}')")
    return out


FORMATS = """
format(1,'abc')~format('a','d')~format(1.0,'d')~format(1,'.2d')~format('a','+')~format('a',' ')~format('a','=5')~format('a',',')~format('a','_')~format(1,',x')~format(1,'_x')~format(2**40,'_x')~format(2**40,'_b')~format(1,',_')~format(1,'_,')~format(1,',,')~format(1,'s')~format(65,'c')~format(-1,'c')~format(10**10,'c')~format(1,'+c')~format(1,'#c')~format('a','#')~format('a','0=5')~format('a','05')~format('abc','.2')~format('abc','10.2')~format('abc','^10.2s')~format(1.5,'#x')~format(None,'5')~format([],'5')~format(None,'')~format([1],'')~format(True,'')~format(True,'d')~format(True,'5')~format(False,'x')~format(1,'.')~format(1,'5.')~format(1,'é^5')~format(3,'z')~format(-0.0,'z')~format(-0.0,'z.1f')~format(-0.04,'z.1f')~format('a','z')~format(3,'zd')~format(1234567.891,',.2f')~format(1234567,'015,d')~format(-1234567,'015,d')~format(1234567,'=+15,d')~format(1234.5,'012,.1f')~format(0,'06,d')~format(float('inf'),'f')~format(float('inf'),'F')~format(float('-inf'),'010')~format(float('nan'),'+')~format(float('nan'),'010,')~format(float('inf'),'%')~format(float('inf'),'.3e')~format(1e400,'')~format(10**400,'e')~format(10**400,'f')~format(10**400,'d')[:10]~format(2**63,',')~format(1e16,'')~format(1e15,'')~format(0.0001,'g')~format(0.00001,'g')~format(100000.0,'g')~format(1000000.0,'g')~format(1e16,'#')~format(1.0,'#g')~format(1.0,'#.3g')~format(1.0,'#.0f')~format(1.0,'#.0e')~format(1.0,'.0f')~format(0.5,'.0f')~format(1.5,'.0f')~format(2.5,'.0f')~format(0.0,'.1')~format(0.0,'.0')~format(0.0,'g')~format(0.0,'e')~format(1.0,'.1')~format(12.0,'.1')~format(12.0,'.2')~format(12.0,'.3')~format(123.0,'.2')~format(1e-7,'.3f')~format(9.999,'.2f')~format(9.999,'.2e')~format(9.999,'.2g')~format(0.1,'.55f')~format(1/3,'.60')~format(5e-324,'.1100f')[-30:]~format(1e308,'.2f')[:20]~format(1.5,'99999999999999999999')~format(1,'>>5')~format(1,'<<5')~format(1,'{<5')~format('x','{<5')~format(1.5,'n')~format(15,'n')~format(1,'\\x00>5')~format(1,'1')~format('','3')~format(5,'%')~format(5,'.1%')~format(0.256,'.1%')~format(0.256,'%')~format(3,'e')~format(True,'s')~format(1.5,'s')~format(1.5,'c')~format(3,'08b')~format(3,'#010b')~format(255,'#x')~format(255,'#X')~format(255,'#o')~format(-255,'#x')~format(-255,'+#x')~format(0,'#x')~format('日本','^6')~format('é','*>4')
'{}'.format()~'{0} {}'.format(1)~'{} {0}'.format(1)~'{a}'.format()~'{'.format()~'}'.format()~'{{}}'.format()~'{{{}}}'.format(1)~'{!x}'.format(1)~'{!}'.format(1)~'{!r'.format(1)~'{!r:'.format(1)~'{!rx}'.format(1)~'{!r}'.format('a')~'{!s}'.format('a')~'{!a}'.format('é')~'{!r:>6}'.format('a')~'{a.b}'.format(a=1)~'{a.real}'.format(a=1)~'{a[b]}'.format(a=1)~'{a[b]}'.format(a={'b':2})~'{a[0]}'.format(a=[7])~'{a[-1]}'.format(a=[7])~'{a[-1]}'.format(a={'-1':3})~'{a[}'.format(a=[7])~'{a[0}'.format(a=[7])~'{a[]}'.format(a=[7])~'{:{}}'.format(5,10)~'{:{w}}'.format(5,w=4)~'{:{w}.{p}f}'.format(3.14159,w=8,p=2)~'{a.}'.format(a=1)~'{:{:{}}}'.format(1,2,3)~'{0[0]x}'.format([1])~'{0[0].real}'.format([1])~'{0[0][1]}'.format([(1,2)])~'{1} {0} {1}'.format('a','b')~'{:}'.format(3)~'{:>5}|{:<5}|{:^5}'.format(1,2,3)~'{0!r:}'.format('x')~'{ }'.format(1)~'{0 }'.format(1)~'{ 0}'.format(1)~'{00}'.format(5)~'{99999999999999999999}'.format(1)~'{x} {y}'.format(x=1,y='z')~'{:d}'.format('a')~'{:5d}'.format(True)~'a{b'.format(b=1)~'a}b'.format()~'{a{b}}'.format(a=1)~'{:}}'.format(1)~'{:{{}}'.format(1)~'é{}日'.format('x')~'{}{}'.format(1)~'{0}'.format(*[1,2])~'{[a]}'.format({'a':1})~'{.real}'.format(5)~'{a}'.format(**{'a':1})~'{a}'.format_map({'a':1})~'{a}'.format_map({})~'{}'.format_map({})~'{0}'.format_map({})~'{:c}'.format(65)~'{:s}'.format(5)
'%d' % 'a'~'%d %d' % 1~'%d' % (1,2)~'%s' % ()~'%z' % 1~'%' % 1~'a%' % 1~'%%' % ()~'%5%' % ()~'%5%' % 1~'%(a)%' % {'a':1}~format(2**70,'c')~chr(2**70)~'%(a)s' % 1~'%(a)s' % {}~'%(a)s' % {'a':1}~'%(a)s %(b)d' % {'a':1,'b':2}~'%(a' % {'a':1}~'%(a)' % {'a':1}~'%(a(b))s' % {'a(b)':5}~'%s' % {'a':1}~'x' % {'a':1}~'x' % [1]~'x' % 5~'x' % ()~'%s %s' % [1,2]~'%x' % 1.5~'%c' % 'ab'~'%c' % ''~'%c' % -1~'%c' % 0x110000~'%c' % 'é'~'%c' % 65~'%c' % 1.5~'%f' % 'a'~'%e' % None~'%i' % 1.9~'%d' % None~'%d' % 1e20~'%d' % float('nan')~'%d' % float('inf')~'%.3d' % 5~'%.3d' % -5~'%+.3d' % 5~'%#x' % 255~'%#X' % 255~'%#o' % 8~'%#010x' % 255~'%010d' % -5~'%-10d|' % 5~'%+d' % 5~'% d' % 5~'%+ d' % 5~'%*d' % (5,3)~'%-*d|' % (5,3)~'%*d' % (-5,3)~'%*d' % ('a',3)~'%.*f' % (2,3.14159)~'%.*f' % (-2,3.14159)~'%5.1f' % 3.14159~'%g' % 1e10~'%g' % 0.0001~'%#g' % 1.0~'%#.0f' % 1.0~'%r' % 'a'~'%a' % 'é'~'%.2s' % 'abc'~'%5s' % 'é'~'%-5s|' % 'é'~'%05s' % 'a'~'%ld' % 5~'%hd' % 5~'%lld' % 5~'%u' % -5~'%s %s' % ('a','b')~'%s' % ((1,2),)~'%s' % None~'%r %s' % (None, True)~'%d%%' % 50~'%y' % ()~'%é' % 1~'%s' % 1.0~'%.0f' % 0.5~'%.0f' % 1.5~'%5c|' % 'a'~'%-5c|' % 'a'~'%x' % -255~'%o' % 10**20~'%d' % 10**400
""".strip().replace("\n", "~").split("~")


WORDS = ["''", "'a'", "'abc'", "'a,b,,c'", "' x  y '", "'Hello World'", "'héllo'", "'日本語'", "'ß'", "'ΑΣ'", "'ΑΣΑ'", "'ǆ'", "'ﬁ'", "'123'", "'²'", "'½'", "'aAbB'",
         "'a\\nb\\r\\nc\\rd'", "'\\x1c x\\x85'", "'İ'", "'ı'", "'Ꭰꭰ'", "'they\\'re'", "'a\\tb'", "'😀x'", "'aaa'", "'xaxbx'", "'\\ud800'", "'ab12'", "'A'", "'_x1'", "'1x'", "'+5'", "'-42'", "'abcabc'"]
PLAIN = ["upper", "lower", "title", "capitalize", "swapcase", "casefold", "isalpha", "isdigit", "isdecimal", "isnumeric", "isalnum", "isspace", "isupper", "islower",
         "istitle", "isidentifier", "isprintable", "isascii", "strip", "lstrip", "rstrip", "split", "rsplit", "splitlines", "expandtabs", "encode", "__len__", "__repr__"]


def generated_texts(rng):
    out = []
    for word in WORDS:
        out += [f"{word}.{name}()" for name in PLAIN]
        out += [word, f"ascii({word})", f"len({word})", f"list({word})", f"{word}[::-1]", f"{word}.splitlines(True)", f"sorted({word})", f"{word}*3"]
        for other in rng.sample(WORDS, 6):
            name = rng.choice(["find", "rfind", "index", "rindex", "count", "startswith", "endswith", "split", "rsplit", "partition", "rpartition", "strip", "lstrip",
                               "rstrip", "removeprefix", "removesuffix", "join", "__contains__", "__add__", "__lt__", "__eq__"])
            out.append(f"{word}.{name}({other})")
        for _ in range(4):
            i, j, k = (rng.choice(["", rng.randint(-6, 6)]) for _ in range(3))
            out.append(f"{word}[{i}:{j}]")
            out.append(f"{word}[{i}:{j}:{k}]")
            out.append(f"{word}[{rng.randint(-4, 4)}]")
        for needle in ("'a'", "''", "'x'", "'é'", "'日'"):
            out.append(f"{word}.replace({needle}, 'Z', {rng.randint(-1, 3)})")
            out.append(f"{word}.count({needle}, {rng.randint(-3, 4)}, {rng.randint(-3, 6)})")
            out.append(f"{word}.find({needle}, {rng.randint(-3, 4)})")
            out.append(f"{word}.rfind({needle}, {rng.randint(-3, 4)}, {rng.randint(0, 6)})")
        width = rng.randint(0, 12)
        out += [f"{word}.center({width})", f"{word}.ljust({width}, '*')", f"{word}.rjust({width}, 'é')", f"{word}.zfill({width})", f"{word}.center({width + 1}, '-')"]
        out += [f"{word}.split(None, {rng.randint(-1, 2)})", f"{word}.rsplit(None, {rng.randint(-1, 2)})", f"{word}.split('b', 1)", f"{word}.rsplit('b', 1)"]
        for codec in ("ascii", "latin-1", "utf-8"):
            for errors in ("strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "surrogateescape"):
                out.append(f"{word}.encode('{codec}', '{errors}')")
    for _ in range(250):
        points = [rng.choice([rng.randint(32, 126), rng.randint(0xA0, 0x24F), rng.randint(0x370, 0x5FF), rng.randint(0, 0x10FFFF)]) for _ in range(rng.randint(1, 5))]
        word = "".join(map(chr, points)).encode("ascii", "backslashreplace").decode()
        if "'" in word or "\\" in "".join(map(chr, points)):
            continue
        out += [f"'{word}'", f"'{word}'.{rng.choice(PLAIN)}()", f"'{word}'.{rng.choice(PLAIN)}()", f"ascii('{word}')", f"'{word}'.encode('utf-8', 'backslashreplace')"]
    blocks = [*range(0, 0x600, 0x40), 0x10A0, 0x13A0, 0x13E0, *range(0x1E00, 0x2000, 0x80), 0x2000, 0x2040, 0x2140, 0x2460, 0x2C00, 0x3000, 0xA640, 0xAB70, 0xFB00]
    for start in blocks:
        word = "".join(f"\\u{p:04x}" for p in range(start, start + 0x40) if p not in (0x27, 0x5C))
        out += [f"ascii('{word}'.{name}())" for name in ("upper", "lower", "title", "casefold", "swapcase", "capitalize")]
        out += [f"[c.{name}() for c in '{word}']" for name in ("isalpha", "isprintable", "isupper", "isnumeric", "isidentifier")]
    return out


TEXTS = r"""
('ab'*40+'c').find('ab'*12+'c')~('ab'*40+'c').rfind('ba'*12)~('ab'*40).count('ab'*9)~('ab'*40).rindex('ab'*9+'c')~('aab'*30).split('aab'*9)~('aab'*30).rsplit('baa'*8,1)~('日本'*20).find('本日本日本日本')~'x'.join(['ab'*20]*3).replace('ab'*18,'-')~'a'.center(2**70)~''*10**10~'a'[10**18:]~('a'*30).find('b'*20)
'a'.join([1])~'a'.join(5)~'a'.join([])~','.join('abc')~','.join(['a'])~','.join(str(i) for i in range(4))~','.join({'x':1,'y':2})~''.join(('a','é'))~'-'.join(['a',None])
'a'.replace(1,'b')~'a'.split('')~'a'.split(1)~'a'.startswith(1)~'a'.startswith((1,))~'a'.startswith(('b','a'))~'a'.startswith(())~'a'.endswith(('b','a'))~'abc'.startswith('b',1)~'abc'.startswith('b',1,1)~'abc'.startswith('',4)~'abc'.startswith('',3)~'abc'.endswith('b',0,2)~'abc'.endswith('',5)
'a'.center('x')~'a'.center(5,'xx')~'a'.center(5,1)~'a'.partition('')~'a'.strip(1)~'xxaxx'.strip('x')~'xyaxy'.strip('yx')~'abc'.index('z')~'abc'.rindex('z')~'a'.zfill('a')~'a'.expandtabs('x')~'a\tb\tc'.expandtabs(4)~'a\tb'.expandtabs(0)~'ab\ncd\te'.expandtabs(4)~'-5'.zfill(5)~'+5'.zfill(5)~'5'.zfill(5)~'--5'.zfill(6)~''.zfill(3)
'a'.encode('xyz')~'é'.encode('ascii')~'éa'.encode('ascii')~'éé'.encode('ascii')~'é€😀'.encode('latin-1')~'é€😀'.encode('LATIN_1','replace')~'é€😀'.encode('Latin1','ignore')~'é'.encode('iso-8859-1')~'é'.encode('UTF8')~'é'.encode('u8')~'é'.encode('utf-8-sig')~'a'.encode('us-ascii')~'é'.encode('ascii','foo')~'a'.encode('ascii','foo')~'\ud800'.encode()~'a\ud800\udfffb'.encode()~'\ud800x'.encode('utf-8','replace')~'\ud800x'.encode('utf-8','surrogatepass')~'\udcffx'.encode('utf-8','surrogateescape')~'\ud800'.encode('utf-8','surrogateescape')~'é'.encode(errors='ignore',encoding='ascii')~'é'.encode(5)~'\udc80'.encode('ascii','surrogateescape')
'a'.translate(5)~'abc'.translate({97:'x',98:None,99:100})~'abc'.translate({97:1.5})~'abc'.translate({97:-1})~'abc'.translate({})~str.maketrans('ab','c')~str.maketrans('ab','cd')~str.maketrans('ab','cd','e')~str.maketrans({'ab':1})~str.maketrans({'a':1,98:'x'})~str.maketrans(1)~'abc'.translate(str.maketrans('abc','xyz'))~'hello'.translate(str.maketrans('el','ip','o'))~'a'.translate(['x']*200)
'abc'*0~'abc'*-1~'abc'*10**20~'abc'*'x'~'abc'*1.5~3*'ab'~'a'+b'a'~'a'+None~'a' 'b'~'a'<'b'~'a'<'B'~'a'=='a'~'a'==b'a'~'é'<'z'~'\uffff'<'\U00010000'~'\ud800'<'\U00010000'~'a'<1~'ab'<'abc'~'a'!='a'~'b' in 'abc'~'' in ''~1 in 'a'~'bc' in 'abc'
'abc'[0]~'abc'[-1]~'abc'[3]~'abc'[-4]~'abc'['b']~'abc'[1.0]~'abc'[1:]~'abc'[:-1]~'abc'[::2]~'abc'[::-2]~'abc'[::0]~'abc'[::'a']~'abc'['a':]~'abc'[10**30]~'abc'[10**30:]~'abc'[:10**30]~'abc'[None:None:None]~'abc'[True]~'日本語'[1]~'日本語'[1:2]~'日本語'[::-1]~'日a本b'[1:4:2]
'\x7f'~'\xa0'~'\xad'~'\u200b'~'\u2028'.encode()~'\ue000'~'\U000e0001'~'\U0001f600'~'\u0378'~'it\'s'~'"'~'\'"'~'\\'~'\x00'~'\x1b'~'a\tb'~ascii('é😀\ud800')~repr('é\u200b\'"')~repr('\x85')~str('a')~str(5)~str(None)~str(1.0)~str([1,'a'])~str(b'a')~str(b'a','utf-8')~str(b'\xff','ascii','replace')~str(1,2)~str('a','b')~str(1,'b')~str(b'\xe9','latin-1')~str()~str(object=5)~str(b'abc',errors='strict')
'Hello'.swapcase()~'hello world'.title()~"they're bill's".title()~'x1y2'.title()~'ß'.upper()~'ŉ'.upper()~'ﬀ'.title()~'ǆ'.title()~'Σ'.lower()~'ΑΣ'.lower()~'ΑΣ Β'.lower()~'Α.Σ'.lower()~'Σ.'.lower()~'İ'.lower()~'I'.lower()~'ẞ'.lower()~'ẞ'.casefold()~'ß'.casefold()~'Straße'.casefold()~'ΌΣΟΣ'.title()~'dŽ'.capitalize()
'a'.foo~'a'.upper(1)~'a,b'.split(',',maxsplit=1)~'a b'.split(sep=None)~'a b c'.split(maxsplit=1)~'a b c'.rsplit(maxsplit=1)~' a b c '.split(' ',1)~'a,b,c'.rsplit(',',1)~'abc'.split('c')~'abc'.split('abc')~''.split()~''.split(',')~'   '.split()~' a  b '.rsplit(None,1)~' a  b c '.split(None,1)~'\u3000a\u2003b'.split()~'a\x1cb\x1db'.split()~'aXXbXXc'.split('XX')~'aaaa'.split('aa')~'aaa'.rsplit('aa')
'a\nb'.splitlines()~'a\n'.splitlines()~'\n'.splitlines()~''.splitlines()~'a\r\n\nb'.splitlines()~'a\r\n\nb'.splitlines(True)~'a\x0bb\x0cc\x1cd\x1de\x1ef'.splitlines()~'a\x85b'.splitlines()~'ab'.splitlines(2)~'ab\n'.splitlines(keepends=True)
'abc'.removeprefix('ab')~'abc'.removeprefix('x')~'abc'.removesuffix('bc')~'abc'.removesuffix('')~'abc'.removesuffix(1)~'abcabc'.replace('b','')~'aaa'.replace('a','bb',2)~'abc'.replace('','-')~'abc'.replace('','-',2)~''.replace('','x')~''.replace('a','x')~'日本'.replace('','-')~'abc'.count('')~''.count('')~'aaaa'.count('aa')~'abc'.find('')~'abc'.rfind('')~'abc'.find('',3)~'abc'.find('',4)~'日本語'.find('語')~'日本語'.rfind('語')~'日本語'.index('本',-2)~'abc'.find('c',None,2)~'abc'.find('c',-1)~'abc'.find('c',10**30)~'abc'.find('a','x')
hash('a')==hash('a')~'a'.__hash__()==hash('a')~'a'.__mul__(2)~'a'.__rmul__(2)~'a'.__mod__(())~'%s'.__mod__(5)~'a'.__getitem__(0)~'a'.__contains__('a')~'a'.__str__()~'a'.__format__('3')~'a'.__len__()~list('a'.__iter__())~str.upper('x')~str.join(',',['a','b'])~str.__add__('a','b')~'a'.__eq__(1)~'a'.__lt__('b')~'a'.__ne__('a')~''.join(reversed('abc'))~list(iter('aé'))~max('abc')~min('bca')~sorted('bca')~tuple('ab')~set('aaa')~dict(zip('ab',[1,2]))~'x'.isidentifier()~'class'.isidentifier()~'é1'.isidentifier()~'1é'.isidentifier()~''.isidentifier()~''.isascii()~''.isprintable()~''.isalpha()~str.maketrans('','','abc')
""".strip().replace("\n", "~").split("~")


BYTES = r"""
b''~b'abc'~b'\x00\x7f\xff'~b"it's"~b'"'~b'\'"'~b'\\'~b'\n\t\r'~bytes()~bytes(3)~bytes(-1)~bytes('a')~bytes([1,2])~bytes([256])~bytes([-1])~bytes(['a'])~bytes(1.5)~bytes('é','utf-8')~bytes('é','ascii')~bytes('é','ascii','replace')~bytes(b'a','x')~bytes(range(3))~bytes(i for i in (1,2))~bytes((1,))~bytes(None)~bytes(True)~bytes('a',5)~bytes(encoding='x')~bytearray()~bytearray(b'a')~bytearray(3)~bytearray('é','latin-1')~bytearray([1])~bytearray('a')
b'\xff'.decode()~b'\xe2\x82'.decode()~b'a\xffb'.decode('ascii')~b'\xe2\x28\xa1'.decode()~b'\xf0\x28\x8c\xbc'.decode()~b'\xed\xa0\x80'.decode()~b'\xf4\x90\x80\x80'.decode()~b'\xc0\x80'.decode()~b'\xe0\x80\x80'.decode()~b'\xf0\x9f\x98'.decode()~b'\xf0\x9f\x98x'.decode('utf-8','replace')~b'\xff\xfe'.decode('utf-8','replace')~b'\xe2\x82x'.decode('utf-8','ignore')~b'\xff'.decode('utf-8','surrogateescape')~b'\xff'.decode('utf-8','backslashreplace')~b'\xff'.decode('ascii','surrogateescape')~b'\xc3\xa9'.decode()~b'\xe9'.decode('latin-1')~b'\xef\xbb\xbfa'.decode('utf-8-sig')~b'\xef\xbb\xbfa'.decode()~b'a'.decode('nope')~b'\xff'.decode('utf-8','nope')~b'a'.decode('utf-8','nope')~b'\xff'.decode(errors='replace')~b'a'.decode(5)~b'\xf8'.decode()~b'\x80'.decode()~b'ab\xe2'.decode()~b'\xe2\x82\xac\xe2'.decode()
b'abc'[0]~b'abc'[-1]~b'abc'[3]~b'abc'['b']~b'abc'[1:]~b'abc'[::-1]~b'abc'[::0]~b'abc'[10**30]~bytearray(b'abc')[0]~bytearray(b'abc')[5]~bytearray(b'abc')[1:]~bytearray(b'abc')['a']~len(b'abc')~list(b'ab')~97 in b'a'~b'a' in b'ba'~'a' in b'a'~256 in b'a'~b'' in b''~1.5 in b'a'~b'a'+b'b'~b'a'+'a'~b'a'+bytearray(b'b')~bytearray(b'a')+b'b'~b'a'*3~3*b'a'~b'a'*-1~b'a'*1.5~b'a'<b'b'~b'a'==b'a'~b'a'==bytearray(b'a')~b'a'=='a'~b'a'<'a'~b'a'!=b'b'~hash(b'a')==hash(b'a')~hash(bytearray())~max(b'abc')~sorted(b'cab')
b'Hello World'.upper()~b'Hello World'.lower()~b'Hello World'.swapcase()~b'hello world'.title()~b'hELLO'.capitalize()~b'\xe9'.upper()~b'abc'.isalpha()~b'ab1'.isalnum()~b'12'.isdigit()~b' \t'.isspace()~b'abc'.islower()~b'ABC'.isupper()~b'Ab Cd'.istitle()~b'aB'.istitle()~b''.isalpha()~b''.isascii()~b'\xff'.isascii()~b'\xe9'.isalpha()
b'abc'.find(b'c')~b'abc'.find(99)~b'abc'.find('c')~b'abc'.index(b'z')~b'abc'.rfind(b'')~b'abcabc'.rindex(b'a')~b'aaa'.count(b'a')~b'aaa'.count(97)~b'abc'.count(b'')~b'abc'.startswith(b'a')~b'abc'.startswith((b'x',b'a'))~b'abc'.startswith('a')~b'abc'.startswith(('a',))~b'abc'.endswith(b'c')~b'abc'.replace(b'b',b'XX')~b'abc'.replace(b'',b'-')~b'aaa'.replace(b'a',b'b',2)~b'a,b'.split(b',')~b'a b'.split()~b' a  b '.split(None,1)~b'a,b,c'.rsplit(b',',1)~b'a'.split(b'')~b'a'.split('a')~b'a\xa0b'.split()~b'a\nb\r\nc'.splitlines()~b'a\nb\x0bc'.splitlines(True)~b'a-b-c'.partition(b'-')~b'a-b-c'.rpartition(b'-')~b'abc'.partition(b'x')~b'abc'.rpartition(b'x')~b' a '.strip()~b'xax'.strip(b'x')~b'xax'.lstrip(b'x')~b'\xa0a'.strip()~b'a'.strip('a')~b','.join([b'a',b'b'])~b','.join(['a'])~b''.join([bytearray(b'x')])~b'a'.center(5)~b'a'.ljust(5,b'*')~b'a'.rjust(5)~b'a'.center(5,'*')~b'-5'.zfill(5)~b'a\tb'.expandtabs(4)~b'abc'.removeprefix(b'a')~b'abc'.removesuffix(b'c')~b'abc'.translate(bytes(range(256)))~b'abc'.translate(None,b'b')~b'abc'.translate(b'x')~bytes.maketrans(b'ab',b'cd')[97:99]~bytes.maketrans(b'a',b'')
b'ab'.hex()~b'ab'.hex('-')~b'abcd'.hex(':',2)~b'abcde'.hex(':',2)~b'abcde'.hex(':',-2)~b'ab'.hex('--')~b'ab'.hex(5)~bytes.fromhex('ab cd')~bytes.fromhex('ab c')~bytes.fromhex('zz')~bytes.fromhex('a')~bytes.fromhex('')~bytes.fromhex(' 0A ')~bytearray.fromhex('0a')~b'%d' % 5~b'%s' % b'x'~b'%s' % 'x'~b'%b' % b'x'~b'%a' % 'é'~b'%r' % 'é'~b'%c' % 65~b'%c' % b'a'~b'%c' % 256~b'%x' % 255~b'%5.2f' % 1.5~b'%(a)s' % {b'a':b'z'}~b'%d' % (1,2)~b'%%' % ()~b'%s' % 5
bytearray(b'abc').upper()~bytearray(b'a,b').split(b',')~bytearray(b'abc').find(b'c')~bytearray(b'abc').hex()~bytearray(b'ab').decode()~[x:=bytearray(b'ab'),x.append(99),x][2]~[x:=bytearray(b'ab'),x.extend(b'cd'),x][2]~[x:=bytearray(b'ab'),x.insert(1,120),x][2]~[x:=bytearray(b'ab'),x.pop(),x][1:]~[x:=bytearray(b'ab'),x.pop(0),x][1:]~[x:=bytearray(b'ab'),x.remove(97),x][2]~[x:=bytearray(b'ab'),x.reverse(),x][2]~[x:=bytearray(b'ab'),x.clear(),x][2]~bytearray(b'ab').append(256)~bytearray(b'ab').append('a')~bytearray().pop()~bytearray(b'a').pop(3)~bytearray(b'a').remove(5)~[x:=bytearray(b'abcd'),x.__setitem__(0,65),x][2]~[x:=bytearray(b'abcd'),x.__setitem__(slice(1,3),b'XYZ'),x][2]~[x:=bytearray(b'abcd'),x.__setitem__(slice(None,None,2),b'XY'),x][2]~[x:=bytearray(b'abcd'),x.__setitem__(slice(None,None,2),b'X'),x][2]~[x:=bytearray(b'abcd'),x.__delitem__(0),x][2]~[x:=bytearray(b'abcd'),x.__delitem__(slice(None,None,2)),x][2]~bytearray(b'a').copy()
""".strip().replace("\n", "~").split("~")


def generated_containers(rng):
    out = []
    for _ in range(120):
        count = rng.randint(0, 8)
        i, j, k = (rng.choice(["", rng.randint(-10, 10)]) for _ in range(3))
        out.append(f"list(range({count}))[{i}:{j}:{k}]")
        out.append(f"range({rng.randint(-9, 9)}, {rng.randint(-9, 20)}, {rng.choice([-3, -1, 1, 2, 5])})[{i}:{j}:{k}]")
        out.append(f"slice({i or None}, {j or None}, {k or None}).indices({count})")
        out.append(f"[x:=list(range({count})), x.__setitem__(slice({i or None}, {j or None}), 'ab'), x][2]")
        out.append(f"[x:=list(range({count})), x.__delitem__(slice({i or None}, {j or None}, {k or None})), x][2]")
        out.append(f"[x:=list(range({count})), x.insert({rng.randint(-10, 10)}, 'x'), x][2]")
    for _ in range(50):
        values = [rng.randint(-20, 20) for _ in range(rng.randint(0, 60))]
        out += [f"sorted({values})", f"sorted({values}, reverse=True)", f"sorted({values}, key=lambda v: v % 5)", f"sorted({values}, key=lambda v: -v // 7, reverse=True)"]
        out += [f"min({values}, default=None)", f"max({values}, key=abs, default=None)", f"sum({values})"]
        words = [rng.choice(["b", "a", "é", "ab", "", "日", "Z", "\\U0001f600"]) for _ in range(rng.randint(0, 30))]
        out.append(f"sorted({words})".replace("\\\\", "\\"))
        a, b = {rng.randint(0, 9) for _ in range(5)}, {rng.randint(0, 9) for _ in range(5)}
        out += [f"sorted({a} {op} {b})" for op in "&|^-"] + [f"{a} {op} {b}" for op in ("<", "<=", ">", ">=", "==", "!=")]
        out += [f"sorted({a or 'set()'}.{name}({list(b)}))" for name in ("union", "intersection", "difference", "symmetric_difference")]
        many = [rng.choice([rng.randint(-9, 40), rng.randint(-5000, 5000), rng.random() * 50, rng.getrandbits(70)]) for _ in range(rng.randint(2, 45))]
        out += [f"list({{*{many}}})", f"set({many})", f"frozenset({many[:7]})", f"{{*{many}}}.pop()", f"{{(v % 3, v) for v in {many[:12]}}}"]
        tuples = [tuple(rng.choice([0, 1, 2.5, "'a'"]) for _ in range(rng.randint(0, 3))) for _ in range(2)]
        text = [str(t).replace('"', "") for t in tuples]
        out += [f"{text[0]} {op} {text[1]}" for op in ("<", "==", ">=")]
        out.append(f"hash({tuple(values[:6])})")
        out.append(f"hash(frozenset({values[:9]}))")
        start, stop, step = rng.randint(-50, 50), rng.randint(-50, 50), rng.choice([-7, -1, 1, 3])
        out += [f"len(range({start},{stop},{step}))", f"{rng.randint(-50, 50)} in range({start},{stop},{step})", f"list(range({start},{stop},{step}))[:5]",
                f"list(reversed(range({start},{stop},{step})))[:5]", f"hash(range(0, {stop + 60},{abs(step)}))", f"range({start},{stop},{step}).index({rng.randint(-50, 50)})"]
    return out


CONTAINERS = r"""
[]~[1]~[1,'a',None,[2]]~()~(1,)~(1,2)~{}~{'a':1}~{1:{2:3}}~{1}~set()~frozenset()~frozenset([1])~{'a'}~[()]~[[]]*2~(1,)*3~[x:=[1],x.append(x),x][2]~[x:={},x.__setitem__('a',x),x][2]~[x:=[],x.append((x,)),x][2]
[1,2][5]~[1,2][-3]~[1]['a']~[1][1.0]~(1,)[5]~(1,)['a']~{}[1]~{}['a']~{}[(1,2)]~{}[[]]~[][0]~[1,2,3][True]~[1][10**30]~[1,2,3][::0]~[1,2][::'a']~[1,2]['a':]~(1,2,3)[1:]~(1,2,3)[::-1]
[].pop()~[1].pop(4)~[1].pop('a')~[1,2,3].pop()~[1,2,3].pop(0)~[1].index(3)~[1,2,1].index(1,1)~[1,2,1].index(1,-1)~[1].index(1,5)~['a'].index('b')~[1].remove(3)~[x:=[1,2,1],x.remove(1),x][2]~[1,2,1].count(1)~[1,True,1.0].count(1)~[x:=[1],x.extend('ab'),x][2]~[x:=[1],x.extend(x),x][2]~[].extend(5)~[].insert('a',1)~[x:=[3,1,2],x.sort(),x][2]~[x:=[3,1,2],x.sort(reverse=True),x][2]~[x:=['b','A'],x.sort(key=str.lower),x][2]~[1,2].sort(key=1)~[1,'a'].sort()~[1].sort(1)~[x:=[1,2],x.reverse(),x][2]~[x:=[1,2],x.clear(),x][2]~[1].copy()~[x:=[1],x.__iadd__((2,)),x][2]~[x:=[1],x.__imul__(2),x][2]~[1].__iadd__(5)~[x:=[1,2],x.__setitem__(0,9),x][2]~[1].__setitem__(5,1)~[1].__setitem__('a',1)~[1].__delitem__(5)~[1].__setitem__(slice(0,1),5)~[1,2].__setitem__(slice(None,None,2),[1,2])~[1,2].__setitem__(slice(None,None,2),5)
[1]+[2]~[1]+(2,)~(1,)+[2]~(1,)+(2,)~[1]*'a'~[1]*1.5~[1]*10**20~'a'*[1]~2*[1]~[1]+None~[1]<[2]~[1]<[1,2]~[1]==[1]~[1]==(1,)~[1]<(1,)~[1,2]!=[1,2]~[]<[]~[1,'a']<[1,2]~[1,'a']<[2,2]~(1,2)<(1,'a')~(1,2)==(1,2.0)~1 in [1]~1.0 in [1]~'a' in [1]~1 in ()~[] in [[]]~not []~not [0]
(1,2).index(2)~(1,).index(3)~(1,2,1).count(1)~tuple([1])~tuple('ab')~tuple(5)~tuple()~tuple((1,))~tuple({1:2})~list('ab')~list({1:2})~list(5)~list()~list(range(3))~list((1,2))~list(a=1)~list(1,2)~set(1,2)~set(a=1)~tuple(1,2)
{}.popitem()~{1:2}.popitem()~{1:2,3:4}.popitem()~{1:2}.pop(1)~{1:2}.pop(3)~{1:2}.pop(3,4)~{1:2}.get(1)~{1:2}.get(3)~{1:2}.get(3,4)~{1:2}.get([])~{1:2}.setdefault(1,5)~{1:2}.setdefault(3)~[x:={},x.setdefault('a',[]).append(1),x][2]~{1:2}.keys()~{1:2}.values()~{1:2}.items()~{}.keys()~{1:2}.copy()~[x:={1:2},x.clear(),x][2]~[x:={1:2},x.update({3:4}),x][2]~[x:={1:2},x.update([(1,5)]),x][2]~[x:={1:2},x.update(a=1),x][2]~[x:={1:2},x.update({1:0},b=2),x][2]~{}.update(5)~{}.update([1])~{}.update([(1,)])~{}.update(['ab'])~[x:={},x.update(['ab']),x][2]~{}.update(1,2)~dict([1])~dict([(1,)])~dict(5)~dict(['abc'])~dict([(1,2)],a=3)~dict({1:2},a=3)~dict(1,2)~dict(a=1,b=2)~dict()~dict(zip('ab',(1,2)))~dict.fromkeys('ab')~dict.fromkeys('ab',0)~dict.fromkeys(5)~dict.fromkeys([[]])
{1:2}|{3:4}~{1:2}|{1:3}~{}|1~{}|[(1,2)]~[x:={1:2},x.__ior__([(3,4)]),x][2]~{1:2}=={1:2.0}~{1:2}=={1:3}~{1:2}!={}~{1:2,3:4}=={3:4,1:2}~{}<{}~1 in {1:2}~[] in {}~len({1:2})~list({1:2,3:4})~list(reversed({1:2,3:4}))~{True:1,1:2}~{1:1,1.0:2}~{(1,2):3}[(1,2)]~{[]:1}~{{}:1}~{1:2}.foo~{'a':1}['b']~{1:2,**{3:4}}~{**{'a':1},'a':2}~del_~{1:2}.__contains__(1)~{1:2}.__getitem__(3)~{1:2}.__len__()~{1:2}.__eq__({1:2})~{1:2}.__eq__(5)~{1:2}.__or__({2:3})~{1:2}.__or__(5)
{1:2}.keys()=={1}~{1:2}.keys()=={1:3}.keys()~{1:2}.keys()&{1,5}~sorted({1:2}.keys()|[7])~{1:2}.keys()-{1}~{1:2}.keys()^{2}~{1:2}.keys()<{1,2}~{1:2}.items()&{(1,2)}~(1,2) in {1:2}.items()~(1,3) in {1:2}.items()~1 in {1:2}.values()~1 in {1:2}.keys()~len({1:2}.items())~{1:2}.items()=={(1,2)}~{1:2}.values()=={1:2}.values()~{1:2}.keys().isdisjoint([2])~{1:[]}.items()|{1}~sorted([1,2]|{3:0}.keys())~list({1:2}.values())~list(reversed({1:2,3:4}.values()))~{1:2}.keys()[0]~hash({}.keys())~[d:={1:2},k:=d.keys(),d.update({3:4}),k][3]~[d:={1:1},[d.update({n+2:1}) for n in d]]~[s:={1},[s.add(n+2) for n in s]]~[x for x in {1:2}]
{1,2}|{3}~{1}|[1]~{1}&[1]~{1}-{1}~{1}^{2}~{1}.union(5)~{1}.union([2],(3,))~{1}.union()~{1,2}.intersection([2],[2,3])~{1,2}.difference([2],[1])~{1}.issubset([1,2])~{1}.issuperset([])~{1}.isdisjoint({2})~{1,2}<{1,2,3}~{1}<2~{1}==frozenset([1])~frozenset([1])=={1}~type({1}|frozenset([2]))~type(frozenset([1])|{2})~{1}=={1.0}~{1}!=1~1 in {1}~[] in {1}~{1} in {frozenset([1])}~set(5)~set('aab')=={'a','b'}~set([1,1])~set()~set([[]])~{[]}~frozenset(5)~frozenset([1,1])~[x:={1},x.add(2),x][2]~[x:={1},x.add(1),x][2]~{1}.add([])~[x:={1},x.discard(1),x][2]~{1}.discard(5)~{1}.remove(2)~{1}.remove('a')~set().pop()~{1}.pop()~[x:={1},x.clear(),x][2]~{1}.copy()~[x:={1},x.update([2],[3]),x][2]~[x:={1,2},x.intersection_update([2]),x][2]~[x:={1,2},x.difference_update([2]),x][2]~[x:={1,2},x.symmetric_difference_update([2,3]),x][2]~[x:={1},x.__ior__({2}),x][2]~[x:={1},x.__iand__({2}),x][2]~{1}.__ior__([2])~frozenset([1]).add~hash(frozenset())~hash(frozenset([1,2,3]))~hash({1})~{1:2}.keys()==[1]~{1}.__or__({2})~{1}.__or__([2])~{1}.__contains__(1)~len({1,2})~sorted({3,1,2})
range(3)~range(1,3)~range(0,10,2)~range(1.0)~range(1,2,0)~range('a')~range()~range(1,2,3,4)~range(3)[5]~range(3)['a']~range(3)[-1]~range(10)[2:5]~range(10)[::-1]~range(0)~len(range(10**30))~range(10**30)[10**29]~10**29 in range(10**30)~list(range(10**30,10**30+2))~range(2**63-2,2**63+1)[2]~list(range(2**63-2,2**63+1))~range(3)==range(0,3,1)~range(0)==range(5,5)~range(0,3,2)==range(0,4,2)~range(3)!=range(4)~range(3)<range(4)~hash(range(5))~hash(range(0,10,3))~3.0 in range(5)~3.5 in range(5)~'a' in range(5)~range(5).index(3)~range(5).index(9)~range(5).index(2.0)~range(5).count(3)~range(5).count('a')~range(5).start~range(1,9,3).stop~range(1,9,3).step~range(True)~list(reversed(range(3)))~range(3).foo~sum(range(101))~max(range(5))~range(5,0)~list(range(5,0,-2))
slice(1)~slice(1,2)~slice(1,2,3)~slice(None)~slice()~slice(1).start~slice(1).stop~slice(1,2,3).step~slice(1)==slice(1)~slice(1)<slice(2)~hash(slice(1))~slice(1,10,2).indices(5)~slice(None,None,-1).indices(5)~slice(1).indices(-1)~slice('a').indices(3)~slice(1,2).indices('a')
hash([])~hash({})~hash(([],))~hash(())~hash((1,))~hash((1,2))~hash((1,'a'))==hash((1,'a'))~hash(None)==hash(None)~hash((1.0,2))==hash((1,2))~hash((-1,))~hash((True,0.5))~[1,2].__len__()~[1].__contains__(1)~[1].__getitem__(0)~[1].__eq__([1])~[1].__eq__(1)~[1].__add__([2])~[1].__mul__(2)~[1].__rmul__(2)~(1,).__add__((2,))~(1,).__hash__()==hash((1,))~list([1].__iter__())~list([1,2].__reversed__())~[].__len__()~[1].__repr__()~(1,).__eq__((1,))~[1].__lt__([2])~[1].__init__([2,3])~list.append(1,2)~[].foo~list.__len__([1])
[i for i in range(3)]~{i:i*i for i in range(3)}~{i%2 for i in range(5)}~list(i for i in range(3))~[*range(3),*'ab']~(*[1],)~[*5]~{**1}~[a for a,b in [(1,2)]]~[a for a,b in [(1,)]]~[a for a,b in [(1,2,3)]]~[a for a,*b in [(1,2,3)]]~[(a,b) for a in (1,2) for b in 'xy' if a>1]
""".strip().replace("\n", "~").split("~")


FUNCTIONS = r"""
abs(-5)~abs('a')~abs(True)~abs(-2**70)~all([])~all([1,0])~all(1)~any([])~any([0,1])~any(1)~ascii('é')~ascii(['é'])~bin(5)~bin(-5)~bin('a')~bin(True)~oct(8)~hex(255)~hex(-255)~hex(1.5)~bool()~bool(0)~bool([])~bool('a')~bool(1,2)~bool(None)~callable(1)~callable(len)~callable(int)~callable(lambda:1)~callable('a'.upper)~chr(97)~chr(-1)~chr(0x110000)~chr('a')~chr(0xd800)~chr(0x1f600)~ord('a')~ord('ab')~ord('')~ord(5)~ord(b'a')~ord(b'ab')~ord('😀')
divmod(7,2)~divmod(-7,2)~divmod('a',1)~divmod(7.5,2)~divmod(True,2)~enumerate('a').__class__~list(enumerate('ab'))~list(enumerate('ab',5))~list(enumerate('ab',start=10**20))~enumerate(5)~list(enumerate('a','x'))~list(zip())~list(zip([1,2],'ab'))~list(zip([1],[1,2],strict=True))~list(zip([1,2],[1],strict=True))~list(zip([1],[1],[1,2],strict=True))~list(zip([1,2],[1,2],[1],strict=True))~zip(1)~zip([1],5)~list(map(str,[1,2]))~list(map(lambda a,b:a+b,[1,2],[3,4,5]))~map(1)~list(map(1,[1]))~map(str,5)~list(filter(None,[0,1,'']))~list(filter(lambda v:v>1,[1,2,3]))~filter(None)~filter(None,5)~list(reversed([1,2]))~list(reversed('ab'))~list(reversed((1,2)))~reversed(5)~reversed({1})~list(reversed({1:2}))~list(reversed(range(3)))~next(iter([1]))~next(iter([]))~next(iter([]),5)~next(5)~next(iter('a'))~next(iter({1:2}))~iter(5)~iter([1]).__class__~iter(1,2)~list(iter(iter([1,2]).__next__,2))~len('abc')~len({})~len(5)~len()~len(1,2)~len(None)~len(range(3))~len({1:2}.keys())~iter({}).__class__~iter('').__class__~iter(()).__class__~iter(set()).__class__~iter(range(1)).__class__~iter({}.items()).__class__~iter(b'').__class__~next(x for x in [])~next((x for x in []),9)
max()~max([])~max([],default=5)~max(1)~max(1,2)~max([1,3,2])~max([1,'a'])~max('ab','b',key=len)~max([],key=len)~max(1,2,default=5)~max([1.0,1])~max(1,1.0)~min(3,1,2)~min([])~min('b','a')~min([3,1],key=lambda v:-v)~min([],default=None)~max({'a':1,'b':0})~min([[2],[1]])~sorted([3,1,2])~sorted(5)~sorted([1,'a'])~sorted('bca')~sorted({'b':1,'a':2})~sorted([3,1],reverse=True)~sorted([(1,'b'),(1,'a')])~sorted([],key=5)~sorted([1,2],key=5)~sorted(['b','A'],key=str.lower)~sorted([1.5,1,2,True])~sorted([None,1])~sum([1,2])~sum([1,2],10)~sum([0.1]*10)~sum(['a'])~sum(['a'],'')~sum([b'a'],b'')~sum([[1],[2]],[])~sum([1],[])~sum(1)~sum([])~sum([1,2.5])~sum([1],start=5)~sum([2**62,2**62,2**62])~sum((True,True))
pow(2,3)~pow(2,-1)~pow(2,3,5)~round(2.5)~round('a')~round([])~round(True,1)~round(1234,-2)~round(number=2.567,ndigits=1)~isinstance(1,int)~isinstance(True,int)~isinstance(1,(str,int))~isinstance(1,int|str)~isinstance(None,int|None)~isinstance(1,1)~isinstance(1,(1,))~isinstance('a',(int,(str,)))~isinstance([],list)~isinstance(1,float)~isinstance(int,type)~isinstance(1,object)~issubclass(bool,int)~issubclass(int,(str,object))~issubclass(1,int)~issubclass(int,1)~issubclass(int,int|str)~isinstance(1.5,(int,float))
getattr(1,'foo')~getattr(1,'foo',5)~getattr(1,'real')~getattr(1,2)~getattr('a','upper')()~hasattr(1,'real')~hasattr(1,'foo')~hasattr(1,2)~setattr(1,'a',2)~delattr(1,'a')~repr('a')~repr(5)~repr()~format(5)~format(5,'>3')~format(5,5)~hash('a')==hash('a')~hash([])~id(1)==id(1)~type(1)~type('a')~type(None)~type([])~type(type)~type(len)~type(1.5)~type(b'')~type(())~type({})~type(set())~type(range(1))~type(slice(1))~type(...)~type(NotImplemented)~type(lambda:1)~...~Ellipsis~NotImplemented~None~True~len~print~int~str~abs.__name__~int.__name__~'a'.upper.__name__~len.__class__~__debug__~bool(...)
str(...)~str(int)~str(type(None))~repr(NotImplemented)~int==int~int is int~None is None~None==None~None!=1~... is ...~1 is True~list(map(int,'123'))~list(map(float,['1','2.5']))~dict(map(lambda kv:(kv,1),'ab'))~[*map(str,(1,))]~sum(map(int,'12'))~any(v>1 for v in (1,2))~all(v>1 for v in (1,2))~','.join(map(str,range(3)))~tuple(zip('ab',range(2)))~dict(enumerate('ab'))~max(map(len,['a','bb']))~list(zip(*[(1,2),(3,4)]))~sorted(dict(b=1,a=2).items(),key=lambda kv:kv[1])~list(filter(str.isalpha,'a1b'))~(lambda *a,**k:(a,k))(1,x=2)~str.upper(5)~[].append()~'a'.upper(1,2)~int.from_bytes~int.bit_length~(5).bit_length~object()==object()~object(1)~type('X',(),{}).__name__
""".strip().replace("\n", "~").split("~")
