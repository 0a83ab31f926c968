from typing import Annotated, Optional, TypeVar, Union

import annotated_types as at
from pydantic import AnyUrl, BaseModel, Extra, Field, HttpUrl, TypeAdapter, UrlConstraints, ValidationError, parse_obj_as
from pydantic.json_schema import SkipJsonSchema
from pydantic_core import InitErrorDetails, PydanticCustomError
from typing_extensions import Doc, TypeAliasType


def show(thunk):
    try:
        print("=", repr(thunk()))
    except ValidationError as error:
        for e in error.errors(include_url=False):
            print("!", error.title, e["type"], e["loc"], e["msg"], repr(e["input"]), e.get("ctx"))
    except Exception as error:
        print("!!", type(error).__name__, error)

T = TypeVar("T")
Al = TypeAliasType("Al", list[int])
Rec = TypeAliasType("Rec", "Union[int, list[Rec]]")
Json = TypeAliasType("Json", Union[dict[str, "Json"], list["Json"], str, int, None])
GA = TypeAliasType("GA", dict[str, list[T]], type_params=(T,))
Pos = TypeAliasType("Pos", Annotated[int, Field(gt=0)])
show(lambda: TypeAdapter(Al).validate_python(["1"]))
show(lambda: TypeAdapter(Al).validate_python(["x"]))
show(lambda: TypeAdapter(Rec).validate_python([1, [2, ["3"]]]))
show(lambda: TypeAdapter(Rec).validate_python([1, ["q"]]))
show(lambda: TypeAdapter(Json).validate_python({"a":[1,"x",None,{"b":{}}]}))
show(lambda: TypeAdapter(Json).dump_json({"a":[1,"x",None,{"b":{}}]}))
show(lambda: TypeAdapter(GA[int]).validate_python({"a": ["1"]}))
show(lambda: TypeAdapter(GA[int]).validate_python({"a": ["z"]}))
show(lambda: TypeAdapter(Al))
show(lambda: (Al, Al.__value__, Al.__name__, GA.__type_params__, GA[int]))
class M(BaseModel):
    a: Al = []
    p: Pos
    r: Optional[Rec] = None
    d: Annotated[int, Doc("text")] = 3
    s: SkipJsonSchema[int] = 1
    low: at.LowerCase[str] = "a"
    up: Annotated[str, at.Predicate(str.isupper)] = "A"
    fin: at.IsFinite[float] = 1.0
    nn: at.IsNotNan[float] = 1.0
show(lambda: M(p=1, a=["2"], r=[[1]], low="x"))
show(lambda: M(p=0, a=["x"], r=[["x"]], low="X", up="x", fin=float("inf"), nn=float("nan")))
show(lambda: Al | None)
class Cfg(BaseModel):
    class Config:
        extra = Extra.forbid
show(lambda: Cfg(z=1))
show(lambda: parse_obj_as(list[int], ["1"]))
show(lambda: M.nope)
show(lambda: M.a)
show(lambda: getattr(M, "p", "dflt"))
show(lambda: hasattr(M, "zz"))
show(lambda: M.construct(p=3).p)
show(lambda: M.validate({"p": 3}).p)
show(lambda: M(p=1).zz)
show(lambda: ValidationError.from_exception_data("T", [InitErrorDetails(type="missing", loc=("a",), input={}), InitErrorDetails(type=PydanticCustomError("k", "m {x}", {"x": 1}), loc=("a",), input=3)]).json())
H = TypeAdapter(Annotated[HttpUrl, UrlConstraints(default_port=444)])
show(lambda: str(H.validate_python("https://a.b/x")))
show(lambda: (str(H.validate_python("https://a.b:443/x")), H.validate_python("http://a.b").port))
show(lambda: TypeAdapter(AnyUrl).validate_python("https://us:pw@exämple.com:8443/p").unicode_string())
show(lambda: TypeAdapter(AnyUrl).validate_python("https://exämple.com/p").unicode_string())
show(lambda: TypeAdapter(AnyUrl).validate_python("foo://us@exämple.com:1/p").unicode_string())
