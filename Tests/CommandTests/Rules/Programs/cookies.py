from datetime import datetime, timezone, timedelta
from fastapi import FastAPI, Response
app = FastAPI()
UTC = timezone.utc
S = "response.set_cookie"
VALS = {
    "space": "a b", "comma": "a,b", "semicolon": "a;b", "dquote": 'a"b', "backslash": "a\\b", "equals": "a=b", "slash": "a/b", "at": "a@b",
    "colon": "a:b", "brackets": "a[b]{c}(d)", "ltgt": "<a>", "qmark": "a?b", "legal": "!#$%&'*+-.^_`|~:09azAZ", "eacute": "caf\u00e9", "yuml": "\u00ff",
    "euro": "\u20ac", "newline": "a\nb", "crlf": "a\r\nb", "tab": "a\tb", "nul": "a\0b", "del": "a\x7fb", "ctl": "\x01\x1f", "x80": "\x80\x9f\xa0",
    "json": '{"a": [1, 2], "b": "c;d"}', "quoted": '"abc"', "pct": "a%20b", "empty": "", "lead_sp": " a ", "b64": "aGVsbG8+/w==", "jwt": "eyJh.eyJz.abc-_",
}
@app.get("/basic")
async def route_basic(response: Response):
    response.set_cookie('k', 'v')
    return None

@app.get("/novalue")
async def route_novalue(response: Response):
    response.set_cookie('k')
    return None

@app.get("/all")
async def route_all(response: Response):
    response.set_cookie('k', 'v', max_age=60, expires='Wed, 21 Oct 2015 07:28:00 GMT', path='/p', domain='example.com', secure=True, httponly=True, samesite='strict')
    return None

@app.get("/bare")
async def route_bare(response: Response):
    response.set_cookie('k', 'v', path=None, samesite=None)
    return None

@app.get("/maxage0")
async def route_maxage0(response: Response):
    response.set_cookie('k', 'v', max_age=0)
    return None

@app.get("/maxage_neg")
async def route_maxage_neg(response: Response):
    response.set_cookie('k', 'v', max_age=-1)
    return None

@app.get("/maxage_float")
async def route_maxage_float(response: Response):
    response.set_cookie('k', 'v', max_age=1.5)
    return None

@app.get("/maxage_str")
async def route_maxage_str(response: Response):
    response.set_cookie('k', 'v', max_age='abc')
    return None

@app.get("/maxage_true")
async def route_maxage_true(response: Response):
    response.set_cookie('k', 'v', max_age=True)
    return None

@app.get("/maxage_emptystr")
async def route_maxage_emptystr(response: Response):
    response.set_cookie('k', 'v', max_age='')
    return None

@app.get("/expires_int0")
async def route_expires_int0(response: Response):
    response.set_cookie('k', 'v', expires=0)
    return None

@app.get("/expires_int3600")
async def route_expires_int3600(response: Response):
    response.set_cookie('k', 'v', expires=3600)
    return None

@app.get("/expires_neg")
async def route_expires_neg(response: Response):
    response.set_cookie('k', 'v', expires=-86400)
    return None

@app.get("/expires_float")
async def route_expires_float(response: Response):
    response.set_cookie('k', 'v', expires=1.5)
    return None

@app.get("/expires_str")
async def route_expires_str(response: Response):
    response.set_cookie('k', 'v', expires='tomorrow; x')
    return None

@app.get("/expires_dt_utc")
async def route_expires_dt_utc(response: Response):
    response.set_cookie('k', 'v', expires=datetime(2030, 1, 2, 3, 4, 5, 999999, tzinfo=UTC))
    return None

@app.get("/expires_dt_naive")
async def route_expires_dt_naive(response: Response):
    response.set_cookie('k', 'v', expires=datetime(2030, 1, 2, 3, 4, 5))
    return None

@app.get("/expires_dt_offset")
async def route_expires_dt_offset(response: Response):
    response.set_cookie('k', 'v', expires=datetime(2030, 1, 2, 3, 4, 5, tzinfo=timezone(timedelta(hours=2))))
    return None

@app.get("/expires_dt_zero_offset")
async def route_expires_dt_zero_offset(response: Response):
    response.set_cookie('k', 'v', expires=datetime(2030, 1, 2, 3, 4, 5, tzinfo=timezone(timedelta(0))))
    return None

@app.get("/expires_date")
async def route_expires_date(response: Response):
    import datetime as d; response.set_cookie('k', 'v', expires=d.date(2030, 1, 2))
    return None

@app.get("/path_none")
async def route_path_none(response: Response):
    response.set_cookie('k', 'v', path=None)
    return None

@app.get("/path_empty")
async def route_path_empty(response: Response):
    response.set_cookie('k', 'v', path='')
    return None

@app.get("/path_semicolon")
async def route_path_semicolon(response: Response):
    response.set_cookie('k', 'v', path='/a; Secure')
    return None

@app.get("/path_crlf")
async def route_path_crlf(response: Response):
    response.set_cookie('k', 'v', path='/a\r\nx: 1')
    return None

@app.get("/path_nonlatin")
async def route_path_nonlatin(response: Response):
    response.set_cookie('k', 'v', path='/\u20ac')
    return None

@app.get("/domain")
async def route_domain(response: Response):
    response.set_cookie('k', 'v', domain='.Example.COM')
    return None

@app.get("/domain_empty")
async def route_domain_empty(response: Response):
    response.set_cookie('k', 'v', domain='')
    return None

@app.get("/secure")
async def route_secure(response: Response):
    response.set_cookie('k', 'v', secure=True)
    return None

@app.get("/httponly")
async def route_httponly(response: Response):
    response.set_cookie('k', 'v', httponly=True)
    return None

@app.get("/secure_str")
async def route_secure_str(response: Response):
    response.set_cookie('k', 'v', secure='no')
    return None

@app.get("/samesite_none_str")
async def route_samesite_none_str(response: Response):
    response.set_cookie('k', 'v', samesite='none')
    return None

@app.get("/samesite_case")
async def route_samesite_case(response: Response):
    response.set_cookie('k', 'v', samesite='StRiCt')
    return None

@app.get("/samesite_None")
async def route_samesite_None(response: Response):
    response.set_cookie('k', 'v', samesite=None)
    return None

@app.get("/samesite_bad")
async def route_samesite_bad(response: Response):
    response.set_cookie('k', 'v', samesite='invalid')
    return None

@app.get("/samesite_empty")
async def route_samesite_empty(response: Response):
    response.set_cookie('k', 'v', samesite='')
    return None

@app.get("/partitioned")
async def route_partitioned(response: Response):
    response.set_cookie('k', 'v', partitioned=True)
    return None

@app.get("/partitioned_false")
async def route_partitioned_false(response: Response):
    response.set_cookie('k', 'v', partitioned=False)
    return None

@app.get("/val_space")
async def route_val_space(response: Response):
    response.set_cookie('k', 'a b', path=None, samesite=None)
    return None

@app.get("/val_comma")
async def route_val_comma(response: Response):
    response.set_cookie('k', 'a,b', path=None, samesite=None)
    return None

@app.get("/val_semicolon")
async def route_val_semicolon(response: Response):
    response.set_cookie('k', 'a;b', path=None, samesite=None)
    return None

@app.get("/val_dquote")
async def route_val_dquote(response: Response):
    response.set_cookie('k', 'a"b', path=None, samesite=None)
    return None

@app.get("/val_backslash")
async def route_val_backslash(response: Response):
    response.set_cookie('k', 'a\\b', path=None, samesite=None)
    return None

@app.get("/val_equals")
async def route_val_equals(response: Response):
    response.set_cookie('k', 'a=b', path=None, samesite=None)
    return None

@app.get("/val_slash")
async def route_val_slash(response: Response):
    response.set_cookie('k', 'a/b', path=None, samesite=None)
    return None

@app.get("/val_at")
async def route_val_at(response: Response):
    response.set_cookie('k', 'a@b', path=None, samesite=None)
    return None

@app.get("/val_colon")
async def route_val_colon(response: Response):
    response.set_cookie('k', 'a:b', path=None, samesite=None)
    return None

@app.get("/val_brackets")
async def route_val_brackets(response: Response):
    response.set_cookie('k', 'a[b]{c}(d)', path=None, samesite=None)
    return None

@app.get("/val_ltgt")
async def route_val_ltgt(response: Response):
    response.set_cookie('k', '<a>', path=None, samesite=None)
    return None

@app.get("/val_qmark")
async def route_val_qmark(response: Response):
    response.set_cookie('k', 'a?b', path=None, samesite=None)
    return None

@app.get("/val_legal")
async def route_val_legal(response: Response):
    response.set_cookie('k', "!#$%&'*+-.^_`|~:09azAZ", path=None, samesite=None)
    return None

@app.get("/val_eacute")
async def route_val_eacute(response: Response):
    response.set_cookie('k', 'café', path=None, samesite=None)
    return None

@app.get("/val_yuml")
async def route_val_yuml(response: Response):
    response.set_cookie('k', 'ÿ', path=None, samesite=None)
    return None

@app.get("/val_euro")
async def route_val_euro(response: Response):
    response.set_cookie('k', '€', path=None, samesite=None)
    return None

@app.get("/val_newline")
async def route_val_newline(response: Response):
    response.set_cookie('k', 'a\nb', path=None, samesite=None)
    return None

@app.get("/val_crlf")
async def route_val_crlf(response: Response):
    response.set_cookie('k', 'a\r\nb', path=None, samesite=None)
    return None

@app.get("/val_tab")
async def route_val_tab(response: Response):
    response.set_cookie('k', 'a\tb', path=None, samesite=None)
    return None

@app.get("/val_nul")
async def route_val_nul(response: Response):
    response.set_cookie('k', 'a\x00b', path=None, samesite=None)
    return None

@app.get("/val_del")
async def route_val_del(response: Response):
    response.set_cookie('k', 'a\x7fb', path=None, samesite=None)
    return None

@app.get("/val_ctl")
async def route_val_ctl(response: Response):
    response.set_cookie('k', '\x01\x1f', path=None, samesite=None)
    return None

@app.get("/val_x80")
async def route_val_x80(response: Response):
    response.set_cookie('k', '\x80\x9f\xa0', path=None, samesite=None)
    return None

@app.get("/val_json")
async def route_val_json(response: Response):
    response.set_cookie('k', '{"a": [1, 2], "b": "c;d"}', path=None, samesite=None)
    return None

@app.get("/val_quoted")
async def route_val_quoted(response: Response):
    response.set_cookie('k', '"abc"', path=None, samesite=None)
    return None

@app.get("/val_pct")
async def route_val_pct(response: Response):
    response.set_cookie('k', 'a%20b', path=None, samesite=None)
    return None

@app.get("/val_empty")
async def route_val_empty(response: Response):
    response.set_cookie('k', '', path=None, samesite=None)
    return None

@app.get("/val_lead_sp")
async def route_val_lead_sp(response: Response):
    response.set_cookie('k', ' a ', path=None, samesite=None)
    return None

@app.get("/val_b64")
async def route_val_b64(response: Response):
    response.set_cookie('k', 'aGVsbG8+/w==', path=None, samesite=None)
    return None

@app.get("/val_jwt")
async def route_val_jwt(response: Response):
    response.set_cookie('k', 'eyJh.eyJz.abc-_', path=None, samesite=None)
    return None

@app.get("/val_int")
async def route_val_int(response: Response):
    response.set_cookie('k', 5, path=None, samesite=None)
    return None

@app.get("/val_none")
async def route_val_none(response: Response):
    response.set_cookie('k', None, path=None, samesite=None)
    return None

@app.get("/val_bool")
async def route_val_bool(response: Response):
    response.set_cookie('k', True, path=None, samesite=None)
    return None

@app.get("/val_bytes")
async def route_val_bytes(response: Response):
    response.set_cookie('k', b'x y', path=None, samesite=None)
    return None

@app.get("/name_space")
async def route_name_space(response: Response):
    response.set_cookie('a b', 'v', path=None, samesite=None)
    return None

@app.get("/name_empty")
async def route_name_empty(response: Response):
    response.set_cookie('', 'v', path=None, samesite=None)
    return None

@app.get("/name_equals")
async def route_name_equals(response: Response):
    response.set_cookie('a=b', 'v', path=None, samesite=None)
    return None

@app.get("/name_semicolon")
async def route_name_semicolon(response: Response):
    response.set_cookie('a;b', 'v', path=None, samesite=None)
    return None

@app.get("/name_comma")
async def route_name_comma(response: Response):
    response.set_cookie('a,b', 'v', path=None, samesite=None)
    return None

@app.get("/name_eacute")
async def route_name_eacute(response: Response):
    response.set_cookie('é', 'v', path=None, samesite=None)
    return None

@app.get("/name_slash")
async def route_name_slash(response: Response):
    response.set_cookie('a/b', 'v', path=None, samesite=None)
    return None

@app.get("/name_colon")
async def route_name_colon(response: Response):
    response.set_cookie('a:b', 'v', path=None, samesite=None)
    return None

@app.get("/name_host")
async def route_name_host(response: Response):
    response.set_cookie('__Host-id', 'v', path=None, samesite=None)
    return None

@app.get("/name_upper")
async def route_name_upper(response: Response):
    response.set_cookie('KeY', 'v', path=None, samesite=None)
    return None

@app.get("/name_brackets")
async def route_name_brackets(response: Response):
    response.set_cookie('a[0]', 'v', path=None, samesite=None)
    return None

@app.get("/name_reserved_path")
async def route_name_reserved_path(response: Response):
    response.set_cookie('path', 'v', path=None, samesite=None)
    return None

@app.get("/name_reserved_Expires")
async def route_name_reserved_Expires(response: Response):
    response.set_cookie('Expires', 'v', path=None, samesite=None)
    return None

@app.get("/name_reserved_version")
async def route_name_reserved_version(response: Response):
    response.set_cookie('version', 'v', path=None, samesite=None)
    return None

@app.get("/name_reserved_comment")
async def route_name_reserved_comment(response: Response):
    response.set_cookie('comment', 'v', path=None, samesite=None)
    return None

@app.get("/name_partitioned")
async def route_name_partitioned(response: Response):
    response.set_cookie('partitioned', 'v', path=None, samesite=None)
    return None

@app.get("/name_at")
async def route_name_at(response: Response):
    response.set_cookie('a@b', 'v', path=None, samesite=None)
    return None

@app.get("/name_quote")
async def route_name_quote(response: Response):
    response.set_cookie('a"b', 'v', path=None, samesite=None)
    return None

@app.get("/name_legal")
async def route_name_legal(response: Response):
    response.set_cookie("!#$%&'*+-.^_`|~:", 'v', path=None, samesite=None)
    return None

@app.get("/delete")
async def route_delete(response: Response):
    response.delete_cookie('k')
    return None

@app.get("/delete_all")
async def route_delete_all(response: Response):
    response.delete_cookie('k', path='/p', domain='example.com', secure=True, httponly=True, samesite='none')
    return None

@app.get("/delete_none")
async def route_delete_none(response: Response):
    response.delete_cookie('k', path=None, samesite=None)
    return None

@app.get("/same_key")
async def route_same_key(response: Response):
    response.set_cookie('k', '1')
    response.set_cookie('k', '2')
    response.set_cookie('j', '3')
    return None

@app.get("/set_then_delete")
async def route_set_then_delete(response: Response):
    response.set_cookie('k', '1')
    response.delete_cookie('k')
    return None

@app.get("/del_header")
async def route_del_header(response: Response):
    response.set_cookie('k', '1')
    response.set_cookie('j', '1')
    del response.headers['set-cookie']
    return None

@app.get("/interleave")
async def route_interleave(response: Response):
    response.headers['x-a'] = '1'
    response.set_cookie('k', '1')
    response.headers['x-b'] = '1'
    response.set_cookie('j', '2')
    return None

@app.get("/expires_dt_zoneinfo_utc")
async def route_expires_dt_zoneinfo_utc(response: Response):
    from zoneinfo import ZoneInfo; response.set_cookie('k', 'v', expires=datetime(2030, 1, 2, 3, 4, 5, tzinfo=ZoneInfo('UTC')))
    return None

@app.get("/expires_true")
async def route_expires_true(response: Response):
    response.set_cookie('k', 'v', expires=True)
    return None

@app.get("/strip_trailing")
async def route_strip_trailing(response: Response):
    response.set_cookie('k', 'v', path='/a ', samesite=None)
    return None

@app.get("/path_trailing_sp_mid")
async def route_path_trailing_sp_mid(response: Response):
    response.set_cookie('k', 'v', path='/a ')
    return None

@app.get("/samesite_int")
async def route_samesite_int(response: Response):
    response.set_cookie('k', 'v', samesite=5)
    return None

@app.get("/failed_cookie_keeps_previous")
async def route_failed_cookie_keeps_previous(response: Response):
    response.set_cookie('a', '1')
    try:
        response.set_cookie('b c', '1')
    except Exception: pass
    response.set_cookie('d', '1')
    return None
