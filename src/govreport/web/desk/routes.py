"""The routes of both desks."""

from __future__ import annotations

from fastapi import APIRouter

from govreport.web.desk import accountpages, annotationpages, area, beginpage, handingin, home, reviewing, versions, writing


def routers() -> tuple[APIRouter, ...]:
    """Return the routes of the clerk's and of the reviewer's desk."""
    return (
        home.router,
        beginpage.router,
        writing.router,
        annotationpages.router,
        handingin.router,
        versions.router,
        reviewing.router,
        accountpages.router,
        area.router,
    )
