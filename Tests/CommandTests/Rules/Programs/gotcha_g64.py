from typing import Annotated, Any
import datetime, decimal, time
from fastapi import *
from fastapi.responses import *
from fastapi.middleware.cors import CORSMiddleware
from pydantic import BaseModel, Field
app = FastAPI()
def gen():
    yield "a"
    raise HTTPException(404)

@app.get("/")
def f():
    return StreamingResponse(gen(), media_type="text/plain")
