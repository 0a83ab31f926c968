CASES = []
def case(*a, **k): pass
def req(*a, **k): return b''
def js(*a, **k): return b''
"""Topic 2: set_cookie / delete_cookie serialisation."""
from datetime import datetime, timezone, timedelta
from fastapi import FastAPI, Response
app = FastAPI()
UTC = timezone.utc
S = "response.set_cookie"
async def c_basic(response: Response):
    response.set_cookie('k', 'v')
    return None
app.add_api_route("/basic", c_basic)
async def c_novalue(response: Response):
    response.set_cookie('k')
    return None
app.add_api_route("/novalue", c_novalue)
async def c_all(response: Response):
    response.set_cookie('k', 'v', max_age=60, expires='Wed, 21 Oct 2015 07:28:00 GMT', path='/p', domain='example.com', secure=True, httponly=True, samesite='strict')
    return None
app.add_api_route("/all", c_all)
async def c_bare(response: Response):
    response.set_cookie('k', 'v', path=None, samesite=None)
    return None
app.add_api_route("/bare", c_bare)
async def c_maxage0(response: Response):
    response.set_cookie('k', 'v', max_age=0)
    return None
app.add_api_route("/maxage0", c_maxage0)
async def c_maxage_neg(response: Response):
    response.set_cookie('k', 'v', max_age=-1)
    return None
app.add_api_route("/maxage_neg", c_maxage_neg)
async def c_maxage_float(response: Response):
    response.set_cookie('k', 'v', max_age=1.5)
    return None
app.add_api_route("/maxage_float", c_maxage_float)
async def c_maxage_str(response: Response):
    response.set_cookie('k', 'v', max_age='abc')
    return None
app.add_api_route("/maxage_str", c_maxage_str)
async def c_maxage_true(response: Response):
    response.set_cookie('k', 'v', max_age=True)
    return None
app.add_api_route("/maxage_true", c_maxage_true)
async def c_maxage_emptystr(response: Response):
    response.set_cookie('k', 'v', max_age='')
    return None
app.add_api_route("/maxage_emptystr", c_maxage_emptystr)
async def c_expires_int0(response: Response):
    response.set_cookie('k', 'v', expires=0)
    return None
app.add_api_route("/expires_int0", c_expires_int0)
async def c_expires_int3600(response: Response):
    response.set_cookie('k', 'v', expires=3600)
    return None
app.add_api_route("/expires_int3600", c_expires_int3600)
async def c_expires_neg(response: Response):
    response.set_cookie('k', 'v', expires=-86400)
    return None
app.add_api_route("/expires_neg", c_expires_neg)
async def c_expires_float(response: Response):
    response.set_cookie('k', 'v', expires=1.5)
    return None
app.add_api_route("/expires_float", c_expires_float)
async def c_expires_str(response: Response):
    response.set_cookie('k', 'v', expires='tomorrow; x')
    return None
app.add_api_route("/expires_str", c_expires_str)
async def c_expires_dt_utc(response: Response):
    response.set_cookie('k', 'v', expires=datetime(2030, 1, 2, 3, 4, 5, 999999, tzinfo=UTC))
    return None
app.add_api_route("/expires_dt_utc", c_expires_dt_utc)
async def c_expires_dt_naive(response: Response):
    response.set_cookie('k', 'v', expires=datetime(2030, 1, 2, 3, 4, 5))
    return None
app.add_api_route("/expires_dt_naive", c_expires_dt_naive)
async def c_expires_dt_offset(response: Response):
    response.set_cookie('k', 'v', expires=datetime(2030, 1, 2, 3, 4, 5, tzinfo=timezone(timedelta(hours=2))))
    return None
app.add_api_route("/expires_dt_offset", c_expires_dt_offset)
async def c_expires_dt_zero_offset(response: Response):
    response.set_cookie('k', 'v', expires=datetime(2030, 1, 2, 3, 4, 5, tzinfo=timezone(timedelta(0))))
    return None
app.add_api_route("/expires_dt_zero_offset", c_expires_dt_zero_offset)
async def c_expires_date(response: Response):
    import datetime as d; response.set_cookie('k', 'v', expires=d.date(2030, 1, 2))
    return None
app.add_api_route("/expires_date", c_expires_date)
async def c_path_none(response: Response):
    response.set_cookie('k', 'v', path=None)
    return None
app.add_api_route("/path_none", c_path_none)
async def c_path_empty(response: Response):
    response.set_cookie('k', 'v', path='')
    return None
app.add_api_route("/path_empty", c_path_empty)
async def c_path_semicolon(response: Response):
    response.set_cookie('k', 'v', path='/a; Secure')
    return None
app.add_api_route("/path_semicolon", c_path_semicolon)
async def c_path_crlf(response: Response):
    response.set_cookie('k', 'v', path='/a\r\nx: 1')
    return None
app.add_api_route("/path_crlf", c_path_crlf)
async def c_path_nonlatin(response: Response):
    response.set_cookie('k', 'v', path='/\u20ac')
    return None
app.add_api_route("/path_nonlatin", c_path_nonlatin)
async def c_domain(response: Response):
    response.set_cookie('k', 'v', domain='.Example.COM')
    return None
app.add_api_route("/domain", c_domain)
async def c_domain_empty(response: Response):
    response.set_cookie('k', 'v', domain='')
    return None
app.add_api_route("/domain_empty", c_domain_empty)
async def c_secure(response: Response):
    response.set_cookie('k', 'v', secure=True)
    return None
app.add_api_route("/secure", c_secure)
async def c_httponly(response: Response):
    response.set_cookie('k', 'v', httponly=True)
    return None
app.add_api_route("/httponly", c_httponly)
async def c_secure_str(response: Response):
    response.set_cookie('k', 'v', secure='no')
    return None
app.add_api_route("/secure_str", c_secure_str)
async def c_samesite_none_str(response: Response):
    response.set_cookie('k', 'v', samesite='none')
    return None
app.add_api_route("/samesite_none_str", c_samesite_none_str)
async def c_samesite_case(response: Response):
    response.set_cookie('k', 'v', samesite='StRiCt')
    return None
app.add_api_route("/samesite_case", c_samesite_case)
async def c_samesite_None(response: Response):
    response.set_cookie('k', 'v', samesite=None)
    return None
app.add_api_route("/samesite_None", c_samesite_None)
async def c_samesite_bad(response: Response):
    response.set_cookie('k', 'v', samesite='invalid')
    return None
app.add_api_route("/samesite_bad", c_samesite_bad)
async def c_samesite_empty(response: Response):
    response.set_cookie('k', 'v', samesite='')
    return None
app.add_api_route("/samesite_empty", c_samesite_empty)
async def c_partitioned(response: Response):
    response.set_cookie('k', 'v', partitioned=True)
    return None
app.add_api_route("/partitioned", c_partitioned)
async def c_partitioned_false(response: Response):
    response.set_cookie('k', 'v', partitioned=False)
    return None
app.add_api_route("/partitioned_false", c_partitioned_false)
VALS = {
    "space": "a b", "comma": "a,b", "semicolon": "a;b", "dquote": 'a"b', "backslash": "a\\b", "equals": "a=b", "slash": "a/b", "at": "a@b",
    "colon": "a:b", "brackets": "a[b]{c}(d)", "ltgt": "<a>", "qmark": "a?b", "legal": "!#$%&'*+-.^_`|~:09azAZ", "eacute": "caf\u00e9", "yuml": "\u00ff",
    "euro": "\u20ac", "newline": "a\nb", "crlf": "a\r\nb", "tab": "a\tb", "nul": "a\0b", "del": "a\x7fb", "ctl": "\x01\x1f", "x80": "\x80\x9f\xa0",
    "json": '{"a": [1, 2], "b": "c;d"}', "quoted": '"abc"', "pct": "a%20b", "empty": "", "lead_sp": " a ", "b64": "aGVsbG8+/w==", "jwt": "eyJh.eyJz.abc-_",
}
async def c_val_space(response: Response):
    response.set_cookie('k', 'a b', path=None, samesite=None)
    return None
app.add_api_route("/val_space", c_val_space)
async def c_val_comma(response: Response):
    response.set_cookie('k', 'a,b', path=None, samesite=None)
    return None
app.add_api_route("/val_comma", c_val_comma)
async def c_val_semicolon(response: Response):
    response.set_cookie('k', 'a;b', path=None, samesite=None)
    return None
app.add_api_route("/val_semicolon", c_val_semicolon)
async def c_val_dquote(response: Response):
    response.set_cookie('k', 'a"b', path=None, samesite=None)
    return None
app.add_api_route("/val_dquote", c_val_dquote)
async def c_val_backslash(response: Response):
    response.set_cookie('k', 'a\\b', path=None, samesite=None)
    return None
app.add_api_route("/val_backslash", c_val_backslash)
async def c_val_equals(response: Response):
    response.set_cookie('k', 'a=b', path=None, samesite=None)
    return None
app.add_api_route("/val_equals", c_val_equals)
async def c_val_slash(response: Response):
    response.set_cookie('k', 'a/b', path=None, samesite=None)
    return None
app.add_api_route("/val_slash", c_val_slash)
async def c_val_at(response: Response):
    response.set_cookie('k', 'a@b', path=None, samesite=None)
    return None
app.add_api_route("/val_at", c_val_at)
async def c_val_colon(response: Response):
    response.set_cookie('k', 'a:b', path=None, samesite=None)
    return None
app.add_api_route("/val_colon", c_val_colon)
async def c_val_brackets(response: Response):
    response.set_cookie('k', 'a[b]{c}(d)', path=None, samesite=None)
    return None
app.add_api_route("/val_brackets", c_val_brackets)
async def c_val_ltgt(response: Response):
    response.set_cookie('k', '<a>', path=None, samesite=None)
    return None
app.add_api_route("/val_ltgt", c_val_ltgt)
async def c_val_qmark(response: Response):
    response.set_cookie('k', 'a?b', path=None, samesite=None)
    return None
app.add_api_route("/val_qmark", c_val_qmark)
async def c_val_legal(response: Response):
    response.set_cookie('k', "!#$%&'*+-.^_`|~:09azAZ", path=None, samesite=None)
    return None
app.add_api_route("/val_legal", c_val_legal)
async def c_val_eacute(response: Response):
    response.set_cookie('k', 'café', path=None, samesite=None)
    return None
app.add_api_route("/val_eacute", c_val_eacute)
async def c_val_yuml(response: Response):
    response.set_cookie('k', 'ÿ', path=None, samesite=None)
    return None
app.add_api_route("/val_yuml", c_val_yuml)
async def c_val_euro(response: Response):
    response.set_cookie('k', '€', path=None, samesite=None)
    return None
app.add_api_route("/val_euro", c_val_euro)
async def c_val_newline(response: Response):
    response.set_cookie('k', 'a\nb', path=None, samesite=None)
    return None
app.add_api_route("/val_newline", c_val_newline)
async def c_val_crlf(response: Response):
    response.set_cookie('k', 'a\r\nb', path=None, samesite=None)
    return None
app.add_api_route("/val_crlf", c_val_crlf)
async def c_val_tab(response: Response):
    response.set_cookie('k', 'a\tb', path=None, samesite=None)
    return None
app.add_api_route("/val_tab", c_val_tab)
async def c_val_nul(response: Response):
    response.set_cookie('k', 'a\x00b', path=None, samesite=None)
    return None
app.add_api_route("/val_nul", c_val_nul)
async def c_val_del(response: Response):
    response.set_cookie('k', 'a\x7fb', path=None, samesite=None)
    return None
app.add_api_route("/val_del", c_val_del)
async def c_val_ctl(response: Response):
    response.set_cookie('k', '\x01\x1f', path=None, samesite=None)
    return None
app.add_api_route("/val_ctl", c_val_ctl)
async def c_val_x80(response: Response):
    response.set_cookie('k', '\x80\x9f\xa0', path=None, samesite=None)
    return None
app.add_api_route("/val_x80", c_val_x80)
async def c_val_json(response: Response):
    response.set_cookie('k', '{"a": [1, 2], "b": "c;d"}', path=None, samesite=None)
    return None
app.add_api_route("/val_json", c_val_json)
async def c_val_quoted(response: Response):
    response.set_cookie('k', '"abc"', path=None, samesite=None)
    return None
app.add_api_route("/val_quoted", c_val_quoted)
async def c_val_pct(response: Response):
    response.set_cookie('k', 'a%20b', path=None, samesite=None)
    return None
app.add_api_route("/val_pct", c_val_pct)
async def c_val_empty(response: Response):
    response.set_cookie('k', '', path=None, samesite=None)
    return None
app.add_api_route("/val_empty", c_val_empty)
async def c_val_lead_sp(response: Response):
    response.set_cookie('k', ' a ', path=None, samesite=None)
    return None
app.add_api_route("/val_lead_sp", c_val_lead_sp)
async def c_val_b64(response: Response):
    response.set_cookie('k', 'aGVsbG8+/w==', path=None, samesite=None)
    return None
app.add_api_route("/val_b64", c_val_b64)
async def c_val_jwt(response: Response):
    response.set_cookie('k', 'eyJh.eyJz.abc-_', path=None, samesite=None)
    return None
app.add_api_route("/val_jwt", c_val_jwt)
async def c_val_int(response: Response):
    response.set_cookie('k', 5, path=None, samesite=None)
    return None
app.add_api_route("/val_int", c_val_int)
async def c_val_none(response: Response):
    response.set_cookie('k', None, path=None, samesite=None)
    return None
app.add_api_route("/val_none", c_val_none)
async def c_val_bool(response: Response):
    response.set_cookie('k', True, path=None, samesite=None)
    return None
app.add_api_route("/val_bool", c_val_bool)
async def c_val_bytes(response: Response):
    response.set_cookie('k', b'x y', path=None, samesite=None)
    return None
app.add_api_route("/val_bytes", c_val_bytes)
async def c_name_space(response: Response):
    response.set_cookie('a b', 'v', path=None, samesite=None)
    return None
app.add_api_route("/name_space", c_name_space)
async def c_name_empty(response: Response):
    response.set_cookie('', 'v', path=None, samesite=None)
    return None
app.add_api_route("/name_empty", c_name_empty)
async def c_name_equals(response: Response):
    response.set_cookie('a=b', 'v', path=None, samesite=None)
    return None
app.add_api_route("/name_equals", c_name_equals)
async def c_name_semicolon(response: Response):
    response.set_cookie('a;b', 'v', path=None, samesite=None)
    return None
app.add_api_route("/name_semicolon", c_name_semicolon)
async def c_name_comma(response: Response):
    response.set_cookie('a,b', 'v', path=None, samesite=None)
    return None
app.add_api_route("/name_comma", c_name_comma)
async def c_name_eacute(response: Response):
    response.set_cookie('é', 'v', path=None, samesite=None)
    return None
app.add_api_route("/name_eacute", c_name_eacute)
async def c_name_slash(response: Response):
    response.set_cookie('a/b', 'v', path=None, samesite=None)
    return None
app.add_api_route("/name_slash", c_name_slash)
async def c_name_colon(response: Response):
    response.set_cookie('a:b', 'v', path=None, samesite=None)
    return None
app.add_api_route("/name_colon", c_name_colon)
async def c_name_host(response: Response):
    response.set_cookie('__Host-id', 'v', path=None, samesite=None)
    return None
app.add_api_route("/name_host", c_name_host)
async def c_name_upper(response: Response):
    response.set_cookie('KeY', 'v', path=None, samesite=None)
    return None
app.add_api_route("/name_upper", c_name_upper)
async def c_name_brackets(response: Response):
    response.set_cookie('a[0]', 'v', path=None, samesite=None)
    return None
app.add_api_route("/name_brackets", c_name_brackets)
async def c_name_reserved_path(response: Response):
    response.set_cookie('path', 'v', path=None, samesite=None)
    return None
app.add_api_route("/name_reserved_path", c_name_reserved_path)
async def c_name_reserved_Expires(response: Response):
    response.set_cookie('Expires', 'v', path=None, samesite=None)
    return None
app.add_api_route("/name_reserved_Expires", c_name_reserved_Expires)
async def c_name_reserved_version(response: Response):
    response.set_cookie('version', 'v', path=None, samesite=None)
    return None
app.add_api_route("/name_reserved_version", c_name_reserved_version)
async def c_name_reserved_comment(response: Response):
    response.set_cookie('comment', 'v', path=None, samesite=None)
    return None
app.add_api_route("/name_reserved_comment", c_name_reserved_comment)
async def c_name_partitioned(response: Response):
    response.set_cookie('partitioned', 'v', path=None, samesite=None)
    return None
app.add_api_route("/name_partitioned", c_name_partitioned)
async def c_name_at(response: Response):
    response.set_cookie('a@b', 'v', path=None, samesite=None)
    return None
app.add_api_route("/name_at", c_name_at)
async def c_name_quote(response: Response):
    response.set_cookie('a"b', 'v', path=None, samesite=None)
    return None
app.add_api_route("/name_quote", c_name_quote)
async def c_name_legal(response: Response):
    response.set_cookie("!#$%&'*+-.^_`|~:", 'v', path=None, samesite=None)
    return None
app.add_api_route("/name_legal", c_name_legal)
D = "response.delete_cookie"
async def c_delete(response: Response):
    response.delete_cookie('k')
    return None
app.add_api_route("/delete", c_delete)
async def c_delete_all(response: Response):
    response.delete_cookie('k', path='/p', domain='example.com', secure=True, httponly=True, samesite='none')
    return None
app.add_api_route("/delete_all", c_delete_all)
async def c_delete_none(response: Response):
    response.delete_cookie('k', path=None, samesite=None)
    return None
app.add_api_route("/delete_none", c_delete_none)
async def c_same_key(response: Response):
    response.set_cookie('k', '1')
    response.set_cookie('k', '2')
    response.set_cookie('j', '3')
    return None
app.add_api_route("/same_key", c_same_key)
async def c_set_then_delete(response: Response):
    response.set_cookie('k', '1')
    response.delete_cookie('k')
    return None
app.add_api_route("/set_then_delete", c_set_then_delete)
async def c_del_header(response: Response):
    response.set_cookie('k', '1')
    response.set_cookie('j', '1')
    del response.headers['set-cookie']
    return None
app.add_api_route("/del_header", c_del_header)
async def c_interleave(response: Response):
    response.headers['x-a'] = '1'
    response.set_cookie('k', '1')
    response.headers['x-b'] = '1'
    response.set_cookie('j', '2')
    return None
app.add_api_route("/interleave", c_interleave)
async def c_expires_dt_zoneinfo_utc(response: Response):
    from zoneinfo import ZoneInfo; response.set_cookie('k', 'v', expires=datetime(2030, 1, 2, 3, 4, 5, tzinfo=ZoneInfo('UTC')))
    return None
app.add_api_route("/expires_dt_zoneinfo_utc", c_expires_dt_zoneinfo_utc)
async def c_expires_true(response: Response):
    response.set_cookie('k', 'v', expires=True)
    return None
app.add_api_route("/expires_true", c_expires_true)
async def c_strip_trailing(response: Response):
    response.set_cookie('k', 'v', path='/a ', samesite=None)
    return None
app.add_api_route("/strip_trailing", c_strip_trailing)
async def c_path_trailing_sp_mid(response: Response):
    response.set_cookie('k', 'v', path='/a ')
    return None
app.add_api_route("/path_trailing_sp_mid", c_path_trailing_sp_mid)
async def c_samesite_int(response: Response):
    response.set_cookie('k', 'v', samesite=5)
    return None
app.add_api_route("/samesite_int", c_samesite_int)
async def c_failed_cookie_keeps_previous(response: Response):
    response.set_cookie('a', '1')
    try:
        response.set_cookie('b c', '1')
    except Exception: pass
    response.set_cookie('d', '1')
    return None
app.add_api_route("/failed_cookie_keeps_previous", c_failed_cookie_keeps_previous)
