"""The file as a whole: pages, fonts, structure, outline and archival parts put together."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from govreport.writers.pdf import archival
from govreport.writers.pdf.archival import Attached, Description
from govreport.writers.pdf.flow import Entry, Flow
from govreport.writers.pdf.objects import Objects, array, dictionary, reference, string
from govreport.writers.pdf.style import PageStyle


def assembled(flow: Flow, said: Description, attached: Attached) -> bytes:
    """Return the file of a document that is set, with the data that it was set from."""
    pages, style = flow.pages, flow.style
    pages.finish()
    objects = Objects()
    catalogue, tree, fonts = objects.reserve(), objects.reserve(), objects.reserve()
    numbers = [objects.reserve() for _ in pages.pages]
    for at, (page, number) in enumerate(zip(pages.pages, numbers, strict=True)):
        content = objects.stream("\n".join(page.code).encode("ascii"))
        entries = {"Type": b"/Page", "Parent": reference(tree), "Contents": reference(content), "StructParents": b"%d" % at, "Tabs": b"/S"}
        entries |= {"Rotate": b"90"} if page.lying else {}
        objects.fill(number, dictionary(entries | {"Resources": dictionary({"Font": reference(fonts)})}))
    objects.fill(tree, _page_tree(numbers, style))
    objects.fill(fonts, dictionary({key: reference(number) for key, number in pages.fonts.write(objects).items()}))
    structure = flow.tree.write(objects, numbers, [page.marked for page in pages.pages])
    entries = {
        "Type": b"/Catalog",
        "Pages": reference(tree),
        "Lang": string(said.language),
        "MarkInfo": b"<</Marked true>>",
        "StructTreeRoot": reference(structure),
        "ViewerPreferences": b"<</DisplayDocTitle true>>",
        "Metadata": reference(archival.metadata(objects, said)),
        "OutputIntents": array([archival.output_intent(objects)]),
    }
    if flow.outline:
        entries |= {"Outlines": reference(_outline(objects, flow.outline, numbers)), "PageMode": b"/UseOutlines"}
    entries |= archival.attachment(objects, attached, said.moment)
    objects.fill(catalogue, dictionary(entries))
    return objects.save(catalogue, archival.information(said), hashlib.sha256(attached.data).digest()[:16])


def _page_tree(numbers: Sequence[int], style: PageStyle) -> bytes:
    width, height = style.paper
    box = array([b"0", b"0", b"%.2f" % width, b"%.2f" % height])
    kids = array([reference(each) for each in numbers])
    return dictionary({"Type": b"/Pages", "Count": b"%d" % len(numbers), "Kids": kids, "MediaBox": box})


def _outline(objects: Objects, entries: Sequence[Entry], pages: Sequence[int]) -> int:
    """Return the number of the outline; an entry stands under the last one before it of a lower level."""
    root = objects.reserve()
    numbers = [objects.reserve() for _ in entries]
    kids: dict[int, list[int]] = {-1: []}
    places: list[tuple[int, int]] = []
    path: list[int] = []
    for at, entry in enumerate(entries):
        while path and entries[path[-1]].level >= entry.level:
            path.pop()
        beside = kids.setdefault(path[-1] if path else -1, [])
        places.append((path[-1] if path else -1, len(beside)))
        beside.append(at)
        path.append(at)
    for at, (entry, (parent, place)) in enumerate(zip(entries, places, strict=True)):
        beside, own = kids[parent], kids.get(at, [])
        data = {"Title": string(entry.title), "Dest": b"[%d 0 R /XYZ %.2f %.2f 0]" % (pages[entry.page], *entry.place)}
        data["Parent"] = reference(numbers[parent] if parent >= 0 else root)
        if place:
            data["Prev"] = reference(numbers[beside[place - 1]])
        if place + 1 < len(beside):
            data["Next"] = reference(numbers[beside[place + 1]])
        if own:
            data |= {"First": reference(numbers[own[0]]), "Last": reference(numbers[own[-1]]), "Count": b"%d" % -len(own)}
        objects.fill(numbers[at], dictionary(data))
    top = kids[-1]
    ends = {"First": reference(numbers[top[0]]), "Last": reference(numbers[top[-1]])}
    objects.fill(root, dictionary({"Type": b"/Outlines", "Count": b"%d" % len(top)} | ends))
    return root
