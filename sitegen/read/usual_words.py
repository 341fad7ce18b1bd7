"""Keys that people type and the language does not have, because it calls the thing something else."""

_QUOTE = {
    **dict.fromkeys(("speaker", "who", "by", "said_by", "said by", "author"), "who said it is the quote's `source:`"),
    **dict.fromkeys(("text", "said", "quotation"), "the words of a quote are `quote:`"),
    **dict.fromkeys(("verified", "confirmed", "checked"), "how far a quote is checked is its `status:`, or `checks:`"),
    **dict.fromkeys(("kind", "type"), "whose words they are is `words:`: direct, reported or narration"),
    "caveat": "write `caveats:`, in a quote too",
    "claim": "what is claimed, in your words, is `says:`",
    "note": "what readers must know of a quote is a caveat: `caveats:`",
}
_SOURCE = {
    **dict.fromkeys(("type", "role"), "write `kind:`, or `note:` for what none of the kinds says"),
    **dict.fromkeys(("url", "link"), "the address of material is `original:`"),
    **dict.fromkeys(("via", "source"), "where a source has its material is `from:`"),
    "status": "a status belongs to a quote; how sure it is who a source is, `identified:` says",
}
_CAVEAT = {
    **dict.fromkeys(("source", "quote", "quotes", "for", "on"), "what a caveat is about is `about:`"),
    "type": "write `kind:`",
    "note": "write `text:`",
}
_GAP = {
    **dict.fromkeys(("answer", "status"), "what is known of the answer is `result:`"),
    **dict.fromkeys(("quote", "text"), "the words of the article that say so are `passage:`"),
}
_FILE = {
    "date": "the day of the article is `published:`; that of the brief is `date:` under `brief:`",
    "headline": "write `title:`",
    "status": "a status belongs to a quote; how far the brief is, `state:` under `brief:` says",
    **dict.fromkeys(("link", "source"), "the address of the article is `url:`, who published it `publisher:`"),
    "quote": "write `quotes:`",
}
_BRIEF = {
    "status": "how far the brief is, `state:` says; a status belongs to a quote",
    **dict.fromkeys(("author", "by"), "who wrote the brief is its `editor:`"),
}
MEANT = {
    (form, key): hint
    for form, keys in (
        ("QuoteForm", _QUOTE),
        ("SourceForm", _SOURCE),
        ("CaveatForm", _CAVEAT),
        ("GapForm", _GAP),
        ("ExpandedForm", _FILE),
        ("BriefForm", _BRIEF),
    )
    for key, hint in keys.items()
}
"""What to write instead, by the form and the key in small letters."""
