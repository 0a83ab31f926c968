from fastapi import APIRouter, FastAPI, Request
items = {}
router = APIRouter()
@router.on_event("startup")
def rs(): items["router"] = 1
app = FastAPI(on_startup=[lambda: items.update(first=1)])
@app.on_event("startup")
async def start(): items["foo"] = {"name": "Fighters"}
@app.on_event("shutdown")
def stop(): items.clear()
app.include_router(router)
@app.get("/a")
def a(): return items
