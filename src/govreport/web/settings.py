"""The settings of the service: from a TOML file and the environment, each with its default; ``docs/guide/service.md`` is tested against them."""

from __future__ import annotations

import os
from contextvars import ContextVar
from pathlib import Path
from typing import Annotated, Literal

import limits
from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, PydanticBaseSettingsSource, SettingsConfigDict, TomlConfigSettingsSource

from govreport.machine import cores

PREFIX = "GOVREPORT_SERVICE_"
FILE_VARIABLE = "GOVREPORT_SERVICE_FILE"
FILE = "service.toml"
"""The file of settings in the folder of an archive."""


CORES = 8
"""So many cores are reckoned with at most where nobody says how many processes there are to be: each takes 80 MB."""


class SettingsError(ValueError):
    """Raised for settings that cannot be used: which, and why."""


class Settings(BaseSettings):
    """The settings of a service; durations in seconds, sizes in bytes."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True, extra="forbid", env_ignore_empty=True)

    archive: str = Field("", description="the folder of the archive, or the URL of its catalogue")
    host: str = Field("127.0.0.1", description="the address to listen at; 0.0.0.0 for all")
    port: int = Field(8080, ge=0, le=65535, description="the port to listen at")
    workers: int | None = Field(None, ge=1, le=64, description="processes; one more than there are cores, at most 9, where it is not set")
    threads: int = Field(16, ge=1, le=200, description="requests that a process works on at once")
    certificate: Path | None = Field(None, description="the TLS certificate (PEM, with its chain)")
    certificate_key: Path | None = Field(None, description="the key of the certificate (PEM)")
    proxies: Annotated[tuple[str, ...], NoDecode] = Field((), description="addresses of proxies whose X-Forwarded-For and -Proto are believed")
    plain_login: bool = Field(False, description="let people log in over plain HTTP; the pages say so")
    public: bool = Field(True, description="show what is published to everybody, not only to those who have logged in")
    language: Literal["zh", "en"] = Field("zh", description="the language for those who ask for none")
    upload_limit: int = Field(33_554_432, ge=1024, description="the longest body of a request")
    rate: str = Field("600/minute", description="requests of one account, or of one address without an account; empty for no limit")
    login_rate: str = Field("20/minute", description="log-ins tried from one address; empty for no limit")
    session_idle: int = Field(1800, ge=60, description="a session unused for so long ends")
    session_longest: int = Field(43_200, ge=60, description="a session ends after so long in any case")
    lock_after: int = Field(5, ge=1, description="wrong log-ins in a row that lock an account")
    lock_for: int = Field(900, ge=1, description="how long it stays locked")
    password_memory: int = Field(65_536, ge=8, description="KiB that hashing a password takes")
    password_passes: int = Field(3, ge=1, description="passes over them")
    publish_every: int = Field(2, ge=0, description="how often it is looked whether public pages must be built again; 0 for never")
    public_folder: Path | None = Field(None, description="the folder of the public pages; public/ in the archive's where it is not set")
    public_url: str = Field("", description="the address of the public pages, for their sitemap: https://…/public/")
    public_title: str = Field("", description="the title of the public pages; empty for the usual one")
    public_pdf: bool = Field(False, description="offer every report as PDF too")
    metrics_port: int | None = Field(None, ge=0, le=65535, description="the port of the figures for Prometheus; none where it is not set")
    metrics_host: str = Field("127.0.0.1", description="the address they are told at")
    log_format: Literal["text", "json"] = Field("text", description="lines for people, or one JSON object a line")
    log_level: Literal["debug", "info", "warning", "error"] = Field("info", description="what is written down at least")
    log_requests: bool = Field(False, description="write down every request")
    drain: int = Field(30, ge=0, description="how long requests may take to end when the service is stopped")

    @property
    def processes(self) -> int:
        """How many processes there are: where one waits for the disk, or has fewer connections than its part, another has work for its core."""
        return self.workers or min(cores(), CORES) + 1

    @field_validator("proxies", mode="before")
    @classmethod
    def split(cls, value: object) -> object:
        """Return a list written with commas as a list."""
        return tuple(each.strip() for each in value.split(",") if each.strip()) if isinstance(value, str) else value

    @field_validator("rate", "login_rate")
    @classmethod
    def known(cls, value: str) -> str:
        """Return a rate that can be counted by: ``10/minute``."""
        if value:
            limits.parse(value)
        return value

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Return where settings come from, the first first: arguments, environment, file."""
        file = _FILE.get()
        return (init_settings, env_settings, *([TomlConfigSettingsSource(settings_cls, file)] if file else []))


_FILE: ContextVar[Path | None] = ContextVar("file", default=None)
"""The file that settings are read from just now."""


def place_of(archive: str | None) -> str:
    """Return the folder or URL of the archive: the one given, else that of the environment; empty where there is none."""
    return archive or os.environ.get(f"{PREFIX}ARCHIVE") or os.environ.get("GOVREPORT_ARCHIVE") or ""


def file_of(file: Path | str | None, archive: str | None) -> Path | None:
    """Return the file of settings: the one given, else that of the environment, else the one in the archive's folder; None where there is none."""
    place = place_of(archive)
    beside = Path(place) / FILE if place and "://" not in place else None
    chosen = file or os.environ.get(FILE_VARIABLE) or (beside if beside and beside.exists() else None)
    return Path(chosen) if chosen else None


def read(file: Path | str | None = None, **given: object) -> Settings:
    """Return the settings of the file (see ``file_of``) and the environment; what is given counts more than either. Raises ``SettingsError``."""
    place = place_of(str(given.get("archive") or ""))
    chosen = file_of(file, place)
    if chosen and not chosen.is_file():
        raise SettingsError(f"{chosen}: no such file")
    reading = _FILE.set(chosen)
    try:
        found = Settings(**{name: value for name, value in given.items() if value is not None})  # type: ignore[arg-type]
    except ValidationError as error:
        raise SettingsError("; ".join(f"{'.'.join(map(str, each['loc']))}: {each['msg']}" for each in error.errors())) from error
    except (OSError, ValueError) as error:
        raise SettingsError(f"{chosen or ''}: {error}") from error
    finally:
        _FILE.reset(reading)
    return found if found.archive or not place else found.model_copy(update={"archive": place})
