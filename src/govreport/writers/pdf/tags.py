"""The structure of the document (PDF/UA-1): what each marked piece of a page is, in reading order."""

from __future__ import annotations

from collections.abc import Sequence

from govreport.writers.pdf.objects import Objects, array, dictionary, reference

Place = tuple[int, int]
"""A marked piece: its page and its number there, both from 0."""


class Element:
    """An element of the structure; ``attributes`` are the entries of its dictionary as bytes, ``id`` names it for others to refer to."""

    __slots__ = ("attributes", "id", "kids", "number", "parent", "tag")

    def __init__(self, tag: str, parent: Element | None, attributes: bytes = b"", id: bytes | None = None) -> None:
        self.tag, self.parent, self.attributes, self.id = tag, parent, attributes, id
        self.kids: list[Element | Place] = []
        self.number = 0
        if parent is not None:
            parent.kids.append(self)


class Tree:
    """The structure of one document."""

    def __init__(self) -> None:
        self.root = Element("Document", None)

    def write(self, objects: Objects, pages: Sequence[int], marked: Sequence[Sequence[Element]]) -> int:
        """Return the number of the tree's root; ``pages`` are the numbers of the pages, ``marked`` the elements of their pieces."""
        elements = list(_all(self.root))
        for element in elements:
            element.number = objects.reserve()
        top = objects.reserve()
        for element in elements:
            objects.fill(element.number, _element(element, top, pages))
        parents = [objects.add(b"[%s]" % b" ".join([b"%d 0 R" % each.number for each in page])) for page in marked]
        numbers = array([b"%d %d 0 R" % (at, number) for at, number in enumerate(parents)])
        entries = {"Type": b"/StructTreeRoot", "K": array([reference(self.root.number)]), "ParentTreeNextKey": b"%d" % len(parents)}
        entries["ParentTree"] = reference(objects.add(dictionary({"Nums": numbers})))
        named = sorted((element.id, element.number) for element in elements if element.id)
        if named:
            names = array([b"(%s) %d 0 R" % each for each in named])
            entries["IDTree"] = reference(objects.add(dictionary({"Names": names})))
        objects.fill(top, dictionary(entries))
        return top


def _all(root: Element) -> list[Element]:
    found, waiting = [], [root]
    while waiting:
        element = waiting.pop()
        found.append(element)
        waiting += [kid for kid in reversed(element.kids) if isinstance(kid, Element)]
    return found


def _element(element: Element, top: int, pages: Sequence[int]) -> bytes:
    kids = element.kids
    parent = element.parent.number if element.parent is not None else top
    head = b"<</S/%s/P %d 0 R%s" % (element.tag.encode(), parent, element.attributes)
    if element.id:
        head += b"/ID(%s)" % element.id
    if not kids:
        return head + b">>"
    first = kids[0]
    if len(kids) == 1:
        if isinstance(first, Element):
            return head + b"/K %d 0 R>>" % first.number
        return head + b"/Pg %d 0 R/K %d>>" % (pages[first[0]], first[1])
    return head + b"/K[" + b" ".join([_kid(kid, pages) for kid in kids]) + b"]>>"


def _kid(kid: Element | Place, pages: Sequence[int]) -> bytes:
    if isinstance(kid, Element):
        return b"%d 0 R" % kid.number
    return b"<</Type/MCR/Pg %d 0 R/MCID %d>>" % (pages[kid[0]], kid[1])
