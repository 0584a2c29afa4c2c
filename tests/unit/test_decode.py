"""Every encoding met in China reads back; what cannot be read is counted; nothing raises."""

from __future__ import annotations

import codecs
import random

import pytest

from govreport.readers.legacy.decode import REPLACEMENT, decode

SIMPLE = (
    "清泉乡人民政府2022年政府信息公开工作年度报告\n一、总体情况\n2022年,清泉乡按要求公开信息35条。\n"
    "二、主动公开政府信息情况\n规章 | 0 | 0 | 6 |\n行政许可 | 31 | ||\n三、收到和处理政府信息公开申请情况\n自然人 | 商业企业 | 总计 |\n"
)
TRADITIONAL = (
    "清泉鄉人民政府2022年政府信息公開工作年度報告\n一、總體情況\n2022年,清泉鄉按要求公開信息35條。\n"
    "二、主動公開政府信息情況\n規章 | 0 | 0 | 6 |\n行政許可 | 31 | ||\n三、收到和處理政府信息公開申請情況\n自然人 | 商業企業 | 總計 |\n"
)


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        (SIMPLE.encode(), SIMPLE, "utf-8"),
        (codecs.BOM_UTF8 + SIMPLE.encode(), SIMPLE, "utf-8"),
        (SIMPLE.encode("gbk"), SIMPLE, "gb18030"),
        (SIMPLE.encode("gb18030"), SIMPLE, "gb18030"),
        ((SIMPLE + "𣲗㛃").encode("gb18030"), SIMPLE + "𣲗㛃", "gb18030"),
        (TRADITIONAL.encode("gb18030"), TRADITIONAL, "gb18030"),
        (TRADITIONAL.encode("big5"), TRADITIONAL, "cp950"),
        (TRADITIONAL.encode(), TRADITIONAL, "utf-8"),
        (codecs.BOM_UTF16_LE + SIMPLE.encode("utf-16-le"), SIMPLE, "utf-16-le"),
        (codecs.BOM_UTF16_BE + SIMPLE.encode("utf-16-be"), SIMPLE, "utf-16-be"),
        (SIMPLE.encode("utf-16-le"), SIMPLE, "utf-16-le"),
        (SIMPLE.encode("utf-16-be"), SIMPLE, "utf-16-be"),
        (SIMPLE.replace("\n", "").replace(" ", "").encode("utf-16-le"), SIMPLE.replace("\n", "").replace(" ", ""), "utf-16-le"),
        (codecs.BOM_UTF32_LE + SIMPLE.encode("utf-32-le"), SIMPLE, "utf-32-le"),
        (b"\x84\x31\x95\x33" + SIMPLE.encode("gb18030"), SIMPLE, "gb18030"),
        (b"", "", "utf-8"),
        (b"plain ASCII | 1 | 2 |", "plain ASCII | 1 | 2 |", "utf-8"),
    ],
)
def test_reads_back(data: bytes, text: str, encoding: str) -> None:
    decoded = decode(data)
    assert (decoded.text, decoded.encoding, decoded.lost) == (text, encoding, 0)


@pytest.mark.parametrize("length", [6, 12, 40, 90])
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le"])
def test_short_texts_read_back(length: int, encoding: str) -> None:
    text = SIMPLE.replace("\n", "")[:length]
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize(("declared", "codec"), [("gb2312", "gb18030"), ("GBK", "gb18030"), ("utf-8", "utf-8"), ("big5", "cp950")])
def test_declared_encoding_is_read_as_the_widest_of_its_family(declared: str, codec: str) -> None:
    page = f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={declared}"></head><body>{TRADITIONAL}</body></html>'
    assert decode(page.encode(codec)).text == page
    assert decode(page.encode(codec)).encoding == codec


def test_a_false_declaration_does_not_count() -> None:
    declared = f"<meta charset=utf-8>{SIMPLE}"
    assert decode(declared.encode("gb18030")).text == declared
    unknown = f"<meta charset=no-such-thing>{SIMPLE}"
    assert decode(unknown.encode()).text == unknown


def test_utf8_cut_inside_its_last_character() -> None:
    data = SIMPLE.strip().encode()[:-4] + "总".encode()[:2]
    decoded = decode(data)
    assert decoded.text.endswith(REPLACEMENT)
    assert decoded.text[:60] == SIMPLE[:60]
    assert (decoded.encoding, decoded.lost) == ("utf-8", 2)


def test_flipped_bytes_in_utf8_are_lost_and_counted() -> None:
    data = bytearray(SIMPLE.encode())
    place = SIMPLE.encode().index("清泉乡按".encode())
    data[place + 1] = 0x20
    decoded = decode(bytes(data))
    assert decoded.encoding == "utf-8"
    assert decoded.lost >= 1
    assert REPLACEMENT in decoded.text
    assert "二、主动公开政府信息情况" in decoded.text


def test_flipped_bytes_in_gb18030_do_not_turn_it_into_something_else() -> None:
    data = bytearray(SIMPLE.encode("gb18030"))
    data[40] = 0xFF
    decoded = decode(bytes(data))
    assert decoded.encoding == "gb18030"
    assert decoded.lost >= 1
    assert "二、主动公开政府信息情况" in decoded.text


@pytest.mark.parametrize("place", [30, 41, 77, 120])
def test_flipped_bytes_in_big5_do_not_turn_it_into_something_else(place: int) -> None:
    data = bytearray(TRADITIONAL.encode("big5") * 3)
    data[place] = 0xFF
    assert decode(bytes(data)).text.count("主動公開政府信息情況") >= 2


def test_hints_decide_between_readings_that_are_both_valid() -> None:
    data = "總計".encode("big5")
    assert decode(data, hints=("總計",)).text == "總計"


def test_nul_bytes_inside_utf8_stay_for_the_next_step() -> None:
    data = SIMPLE[:9].encode() + b"\0" + SIMPLE[9:].encode()
    assert decode(data).text.replace("\0", "") == SIMPLE


def test_no_bytes_make_it_raise() -> None:
    rng = random.Random(2024)
    base = [SIMPLE.encode(), SIMPLE.encode("gb18030"), TRADITIONAL.encode("big5"), SIMPLE.encode("utf-16-le")]
    for _ in range(400):
        data = bytearray(rng.choice(base)[rng.randrange(20) : rng.randrange(30, 300)])
        for _ in range(rng.randrange(8)):
            data[rng.randrange(len(data))] = rng.randrange(256)
        decoded = decode(bytes(data))
        assert isinstance(decoded.text, str)
        assert decoded.lost >= 0
    for _ in range(200):
        decode(rng.randbytes(rng.randrange(64)))
