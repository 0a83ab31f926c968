from typing import Annotated, Any
import datetime, decimal, time
from fastapi import *
from fastapi.responses import *
from fastapi.middleware.cors import CORSMiddleware
from pydantic import BaseModel, Field
app = FastAPI()
def make():
    return Response()

@app.get("/")
def f(response: Response = Depends(make)):
    response.headers["X-A"] = "1"
    return 1
