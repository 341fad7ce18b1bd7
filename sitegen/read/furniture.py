"""Words by which an article's furniture is known: news agencies, months, days of the week."""

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july",
    "august", "september", "october", "november", "december",
)  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

AGENCY = (
    r"(?:(?:the )?(?:AP|AFP|EPA|PTI|ANI|IANS|UPI|DPA|TASS|MINT|PA|Reuters|REUTERS|Bloomberg|BLOOMBERG|Interfax|Sputnik"
    r"|Xinhua|Ukrinform|Getty(?: Images)?|GETTY(?: IMAGES)?|Associated Press|Agence France-Presse|Press Trust of India"
    r"|Press Association|Anadolu(?: Agency)?|Shutterstock|Alamy|Rex(?: Features)?|iStock(?:photo)?|Zuma(?: Press)?"
    r"|Sipa(?: USA)?|AP Photo|AFP Photo|PA Images|Getty Images/\w+|HT(?: Photo)?|HT PHOTO|AFP via Getty Images"
    r"|AP via \w+|EPA-EFE|EPA/\w+))"
)
"""A regular expression; case as printed unless its user says otherwise."""
