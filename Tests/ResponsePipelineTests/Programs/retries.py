from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse

app = FastAPI()


@app.middleware("http")
async def retry(request: Request, call_next):
    errors = []
    for attempt in range(4):
        request.state.attempt = attempt
        try:
            response = await call_next(request)
        except Exception as error:
            errors.append(repr(error))
        else:
            response.headers["X-Attempts"] = str(attempt)
            return response
    return JSONResponse({"errors": errors}, 502)


@app.get("/coroutine/{n:int}")
async def coroutine(n: int, request: Request):
    if request.state.attempt < n:
        raise ValueError(request.state.attempt)
    return request.state.attempt


@app.get("/thread/{n:int}")
def thread(n: int, request: Request):
    if request.state.attempt < n:
        raise ValueError("thread")
    return request.state.attempt
