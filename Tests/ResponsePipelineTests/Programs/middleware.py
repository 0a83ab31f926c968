from fastapi import Depends, FastAPI, HTTPException, Request
from fastapi.middleware.cors import CORSMiddleware
from fastapi.responses import JSONResponse

app = FastAPI()
app.add_middleware(
    CORSMiddleware, allow_origins=["https://app.example"], allow_origin_regex=r"https://.*\.dev", allow_credentials=True,
    allow_methods=["GET", "PUT"], allow_headers=["X-Token"], expose_headers=["X-Seen"], max_age=60,
)


class Hungry(Exception):
    def __init__(self, name):
        self.name = name


@app.exception_handler(Hungry)
async def feed(request: Request, exc: Hungry):
    return JSONResponse({"fed": exc.name, "at": request.url.path}, status_code=418, headers={"X-Seen": "handler"})


@app.middleware("http")
async def trail(request: Request, call_next):
    response = await call_next(request)
    response.headers["X-Seen"] = request.method
    return response


async def session():
    try:
        yield "open"
    except Hungry:
        raise
    finally:
        pass


@app.get("/fine")
async def fine(value: str = Depends(session)):
    return {"value": value}


@app.get("/hungry")
async def hungry(value: str = Depends(session)):
    raise Hungry("cat")


@app.get("/gone")
def gone():
    raise HTTPException(status_code=404)


@app.get("/broken")
def broken():
    return 1 / 0


@app.get("/slash/")
def slash():
    return "slash"
