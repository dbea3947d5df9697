"""Lists words that people write for keys, in four languages, and the keys that they mean."""

from __future__ import annotations

import unicodedata
from collections.abc import Container

SYNONYMS: dict[tuple[str, ...], str] = {
    ("title", "label"): "heading headline header name caption_title titel titre überschrift"
    " überschrift_titel nom nombre título",
    ("subtitle", "caption"): "subheading subline tagline untertitel soustitre subtitulo",
    ("by", "credit"): "artist author creator maker photographer autor auteur auteure artista"
    " artiste fotograf fotografin fotografo photographe kuenstler künstler künstlerin von",
    ("text", "alt", "subtitle"): "description desc body content paragraph beschreibung texte texto"
    " textos inhalt contenu contenido descripcion absatz essay",
    ("alt",): "alttext alternative alternativtext alternativetext textealternatif",
    ("caption",): "legend legende leyenda bildunterschrift beschriftung unterschrift bildtext"
    " pie piedefoto captions",
    ("credit",): "copyright credits license licence rights source lender courtesy nachweis"
    " bildnachweis quelle urheber rechte fotocredit droits creditos derechos",
    ("photo", "file", "cover"): "image img picture pic foto bild imagen photograph fotografie"
    " fotografia src filename datei fichier archivo dateiname",
    ("photos",): "images pictures pics fotos bilder imagenes photographs folder directory dir path"
    " ordner dossier carpeta gallery galerie galeria verzeichnis bildordner",
    ("slides",): "slide pages page folien folie seiten diapositives diapositive vues"
    " diapositivas laminas items exhibits works werke",
    ("dwell",): "duration seconds secs time delay interval length dauer sekunden zeit duree"
    " secondes temps duracion segundos tiempo anzeigedauer",
    ("withheld",): "hide hidden skip disabled disable draft invisible off ignore exclude inactive"
    " verstecken versteckt ausblenden verborgen aus cache masquer masque oculto ocultar"
    " omitir brouillon entwurf visible show shown enabled active published",
    ("withdrawn",): "removed deleted forbidden revoked zurueckgezogen zurückgezogen retire retiree"
    " retirado",
    ("notice",): "warning trigger triggerwarning contentwarning warnung hinweis avertissement aviso"
    " advertencia",
    ("section",): "chapter sections part group kapitel abschnitt gruppe chapitre partie groupe"
    " capitulo seccion",
    ("interview",): "transcript conversation transkript gespraech gespräch entretien entrevista"
    " transcription",
    ("work",): "artwork werk oeuvre obra tombstone werkangaben",
    ("year",): "jahr annee ano created made",
    ("technique",): "medium material materials technik materiau materiaux tecnica",
    ("size",): "dimensions dimension groesse größe masse maße abmessungen taille tamano medidas",
    ("collection",): "sammlung owner museum coleccion besitzer leihgeber",
    ("quote",): "quotation cite zitat citation cita quotes blockquote",
    ("translation",): "translated uebersetzung übersetzung traduction traduccion",
    ("speaker",): "said_by sprecher sprecherin orateur locuteur hablante",
    ("facts",): "data info infos details_list fakten angaben faits datos biography bio lebenslauf",
    ("details",): "detail hotspots regions zooms ausschnitte einzelheiten detalles",
    ("at",): "area rect rectangle box boxes region bounds x y coordinates coords bereich"
    " rechteck kasten stelle zone cadre recuadro",
    ("focus",): "focal focalpoint center centre fokus foco mittelpunkt crop gravity",
    ("layout",): "arrangement template style_layout anordnung disposition diseno vorlage",
    ("transition",): "effect animation uebergang übergang blende effet transicion",
    ("motion",): "kenburns movement pan bewegung mouvement movimiento",
    ("theme",): "skin style design thema thème tema",
    ("accent",): "color colour farbe couleur akzent akzentfarbe",
    ("ground", "colours"): "background bg backgroundcolor hintergrund hintergrundfarbe fond fondo",
    ("ink", "colours"): "foreground textcolor schriftfarbe textfarbe",
    ("colours",): "colors palette farben couleurs colores",
    ("fonts",): "font typeface schrift schriften police polices fuente fuentes",
    (
        "languages",
        "language",
    ): "lang language locale sprache sprachen langue langues idioma idiomas",
    ("from",): "start begin begins starts opening opens beginn anfang ab debut inicio desde",
    ("until",): "end ends closing closes to ende bis fin hasta jusqua",
    ("weekdays",): "days day wochentage tage jours dias weekday",
    ("hours",): "opening_hours times uhrzeit uhrzeiten zeiten horaires heures horas horario",
    ("order",): "sort sorting shuffle random reihenfolge ordre orden",
    ("cover",): "thumbnail thumb poster titelbild couverture portada vorschaubild",
    ("exhibitions",): "exhibition shows ausstellungen expositions exposiciones playlist",
    ("idle_s",): "idle timeout idletimeout leerlauf",
    ("consent",): "permission release einwilligung zustimmung consentement consentimiento",
    ("people",): "persons person personen personnes personas",
    ("defaults",): "default settings standard vorgaben einstellungen",
    ("diagonal_in",): "diagonal inches zoll",
    ("viewing_distance_m",): "distance abstand",
}
"""Keys in the order in which they are tried, and the words for them, without signs."""

LACKING = {
    "the kiosk plays no sound; remove this line": "music audio sound song soundtrack musik ton"
    " musique son musica audioguide mp3",
    "the kiosk shows no films; use a photo instead": "video videos film films movie pelicula"
    " youtube vimeo mp4",
    "the kiosk opens no links; write the address in a text": "link links url href website web"
    " site webseite enlace lien qr qrcode",
    "write the date in the caption; an exhibition's days are from: and until:": "date dates datum"
    " fecha",
    "write the place in the caption": "location place city ort lieu lugar stadt ville",
    "write a comment after #": "comment comments remark remarks note notes kommentar notiz"
    " bemerkung commentaire remarque comentario nota todo",
    "sizes follow from the layout and the screen": "width height breite hoehe largeur ancho",
    "the order of the slides in the file counts": "number nr no id index position nummer numero",
}
"""What there is no key for, and words for it."""

LOCAL = {
    "year": "date dates datum fecha",
    "on": "date datum fecha",
    "size": "width height breite hoehe largeur ancho",
    "at": "width height breite hoehe largeur ancho",
    "collection": "location place city ort lieu lugar stadt ville",
}
"""What such words mean where there is this key, as under work or consent."""


def plain(word: str) -> str:
    """A word in small letters, without accents, spaces and signs."""
    apart = unicodedata.normalize("NFKD", word.casefold())
    return "".join(sign for sign in apart if sign.isalnum())


_KEYS = {plain(word): keys for keys, words in SYNONYMS.items() for word in words.split()}
_LOCAL = {key: {plain(word) for word in words.split()} for key, words in LOCAL.items()}
_LACKING = {plain(word): text for text, words in LACKING.items() for word in words.split()}


def keys_for(word: str) -> tuple[str, ...]:
    """The keys that a word may mean, the likeliest first."""
    return _KEYS.get(plain(word), ())


def key_among(word: str, known: Container[str]) -> str | None:
    """The one of these keys that a word means, though elsewhere there is no key for it."""
    bare = plain(word)
    return next((key for key, words in _LOCAL.items() if bare in words and key in known), None)


def lacking(word: str) -> str | None:
    """What to do instead, if there is no key for this."""
    return _LACKING.get(plain(word))
