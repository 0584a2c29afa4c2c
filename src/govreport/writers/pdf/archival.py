"""What makes the file fit to be kept (PDF/A-3a) and to be read aloud (PDF/UA-1): metadata, colour, the data attached."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from xml.sax.saxutils import escape

from govreport.writers.pdf import colour
from govreport.writers.pdf.objects import Objects, array, date, dictionary, reference, string

_START = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
_END = '<?xpacket end="w"?>'
_SPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
}
_EXTENSION = (
    '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>'
    f"<pdfaSchema:namespaceURI>{_SPACES['pdfuaid']}</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>'
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>PDF/UA version identifier</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property>"
    "</rdf:li></rdf:Bag></pdfaExtension:schemas>"
)


@dataclass(frozen=True)
class Description:
    """What the file says of itself; ``moment`` is when the report was published, None where it does not say."""

    title: str
    author: str | None
    subject: str
    language: str
    creator: str
    producer: str
    moment: datetime | None


@dataclass(frozen=True)
class Attached:
    """The data that the document was set from: bytes, their file name, what they are in words, and their media type."""

    data: bytes
    name: str
    description: str
    media_type: str = "text/xml"


def information(said: Description) -> dict[str, bytes]:
    """Return the entries of the information dictionary."""
    texts = {"Title": said.title, "Author": said.author, "Subject": said.subject, "Creator": said.creator, "Producer": said.producer}
    entries = {name: string(text) for name, text in texts.items() if text}
    if said.moment is not None:
        entries |= {"CreationDate": date(said.moment), "ModDate": date(said.moment)}
    return entries


def metadata(objects: Objects, said: Description) -> int:
    """Return the number of the XMP packet, which says the same as the information dictionary, and to what the file conforms."""
    moment = said.moment.isoformat() if said.moment is not None else None
    parts = [
        "<dc:format>application/pdf</dc:format>",
        _alternative("dc:title", said.title),
        f"<dc:creator><rdf:Seq><rdf:li>{escape(said.author)}</rdf:li></rdf:Seq></dc:creator>" if said.author else "",
        _alternative("dc:description", said.subject),
        f"<dc:language><rdf:Bag><rdf:li>{said.language}</rdf:li></rdf:Bag></dc:language>",
        f"<xmp:CreatorTool>{escape(said.creator)}</xmp:CreatorTool>",
        f"<xmp:CreateDate>{moment}</xmp:CreateDate><xmp:ModifyDate>{moment}</xmp:ModifyDate>" if moment else "",
        f"<pdf:Producer>{escape(said.producer)}</pdf:Producer>",
        "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>",
        _EXTENSION,
    ]
    spaces = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in _SPACES.items() if prefix != "rdf")
    description = f'<rdf:Description rdf:about=""{spaces}>{"".join(parts)}</rdf:Description>'
    packet = f'{_START}<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="{_SPACES["rdf"]}">{description}</rdf:RDF></x:xmpmeta>{_END}'
    return objects.stream(packet.encode(), {"Type": b"/Metadata", "Subtype": b"/XML"}, compressed=False)


def _alternative(name: str, text: str) -> str:
    return f'<{name}><rdf:Alt><rdf:li xml:lang="x-default">{escape(text)}</rdf:li></rdf:Alt></{name}>'


def output_intent(objects: Objects) -> bytes:
    """Return the output intent: colours are those of sRGB."""
    profile = objects.stream(colour.profile(), {"N": b"3"})
    name = string(colour.NAME)
    entries = {"Type": b"/OutputIntent", "S": b"/GTS_PDFA1", "OutputConditionIdentifier": name, "Info": name}
    return dictionary(entries | {"DestOutputProfile": reference(profile)})


def attachment(objects: Objects, attached: Attached, moment: datetime | None) -> dict[str, bytes]:
    """Return the entries of the catalogue by which the data that the document was set from lie in the file."""
    data, name = attached.data, attached.name
    size = {"Size": b"%d" % len(data)}
    changed = {"ModDate": date(moment)} if moment is not None else {}
    entries = {"Type": b"/EmbeddedFile", "Subtype": b"/" + attached.media_type.replace("/", "#2F").encode(), "Params": dictionary(size | changed)}
    file = reference(objects.stream(data, entries))
    entries = {"Type": b"/Filespec", "F": string(name), "UF": string(name), "AFRelationship": b"/Source", "Desc": string(attached.description)}
    found = reference(objects.add(dictionary(entries | {"EF": dictionary({"F": file, "UF": file})})))
    return {"AF": array([found]), "Names": dictionary({"EmbeddedFiles": dictionary({"Names": array([string(name), found])})})}
