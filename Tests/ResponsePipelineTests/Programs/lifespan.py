from contextlib import asynccontextmanager
from fastapi import FastAPI, Request
store = {}
@asynccontextmanager
async def lifespan(app: FastAPI):
    store["model"] = "loaded"
    app.state.ready = True
    yield {"from": "lifespan", "n": [1]}
    store.clear()
app = FastAPI(lifespan=lifespan)
@app.get("/a")
def a(request: Request):
    request.state.n.append(2)
    request.state.extra = 1
    return [store, app.state.ready, getattr(request.state, "from"), request.state.n]
@app.get("/b")
def b(request: Request):
    return [hasattr(request.state, "extra"), request.app.state.ready, dict(request.state._state)]
