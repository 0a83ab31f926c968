from fastapi import APIRouter, Body, Depends, FastAPI, Request

app = FastAPI(max_body_size=20)
router = APIRouter(prefix="/r", max_body_size=10)
seen = []


def watch():
    try:
        yield
    finally:
        seen.append("closed")


@app.post("/json", dependencies=[Depends(watch)])
async def read_json(value: dict = Body()):
    return value


@app.post("/small", max_body_size=5)
async def small(request: Request):
    return (await request.body()).decode()


@app.post("/large", max_body_size=100)
async def large(request: Request):
    return len(await request.body())


@app.post("/unread")
async def unread():
    return "unread"


@router.post("/json")
async def read_router(value: dict = Body()):
    return value


@app.get("/seen")
async def read_seen():
    return seen


app.include_router(router)
app.include_router(router, prefix="/v2", max_body_size=30)
