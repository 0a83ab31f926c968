from typing import Annotated

from fastapi import Depends, FastAPI, HTTPException, Response, Security
from fastapi.security import (
    APIKeyCookie, APIKeyHeader, APIKeyQuery, HTTPAuthorizationCredentials, HTTPBasic, HTTPBasicCredentials, HTTPBearer, HTTPDigest,
    OAuth2PasswordBearer, OAuth2PasswordRequestForm, SecurityScopes,
)

app = FastAPI()
kennel = HTTPBasic(realm="kennel")
quiet = HTTPBasic(auto_error=False)
bearer = HTTPBearer(scheme_name="Tag")
digest = HTTPDigest(auto_error=False)
token = OAuth2PasswordBearer(tokenUrl="token", scopes={"bark": "May bark."})
query = APIKeyQuery(name="bone", auto_error=False)
header = APIKeyHeader(name="X-Bone", auto_error=False)
cookie = APIKeyCookie(name="collar")


class Loud(APIKeyHeader):
    def make_not_authenticated_error(self):
        return HTTPException(403, f"no {self.model.name}")


loud = Loud(name="x-loud")


async def dog(scopes: SecurityScopes, name: Annotated[str, Depends(token)], response: Response):
    response.headers["X-Scopes"] = scopes.scope_str
    if name not in ("rex", "fido"):
        raise HTTPException(401, "unknown dog", {"WWW-Authenticate": f'Bearer scope="{scopes.scope_str}"'})
    return name


async def awake(name: Annotated[str, Security(dog, scopes=["nap", "bark"])]):
    return name.title()


@app.get("/basic")
def basic(who: Annotated[HTTPBasicCredentials, Depends(kennel)]):
    return who


@app.get("/quiet")
def read_quiet(who: HTTPBasicCredentials | None = Depends(quiet)):
    return {"who": repr(who)}


@app.get("/bearer")
def read_bearer(who: HTTPAuthorizationCredentials = Depends(bearer)):
    return [who.scheme, who.credentials, bearer.scheme_name]


@app.get("/digest")
def read_digest(who: HTTPAuthorizationCredentials | None = Security(digest)):
    return who


@app.get("/key")
def key(a: str | None = Security(query), b: str | None = Security(header)):
    return [a, b]


@app.get("/cookie", dependencies=[Depends(cookie)])
def read_cookie():
    return "in"


@app.get("/loud")
async def read_loud(key: str = Depends(loud)):
    return key


@app.get("/dog")
async def read_dog(name: Annotated[str, Security(awake, scopes=["bark", "eat"])], plain: Annotated[str, Depends(dog)]):
    return [name, plain]


@app.post("/token")
def login(form: Annotated[OAuth2PasswordRequestForm, Depends()]):
    return {"name": form.username, "scopes": form.scopes, "client": form.client_id}
