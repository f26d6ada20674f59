"""A scene as a SCORM 1.2 package: the page, the script that speaks to a learning system, and the manifest.

The system hears that the page was opened, for about how many minutes, and whether an end was reached. No
score, no answer, nothing to resume. Limits: the standard's schema files are not ours and not in the package.
Source: ADL, SCORM Version 1.2 (2001), Content Aggregation Model and Run-Time Environment.
"""

from html import escape
from typing import Final

from alongside.core.pack_archive import zipped
from alongside.practise.notes import title_of
from alongside.practise.player import ADAPTER, file_of_player, page_for_learning_system
from alongside.practise.scenes import Scene
from alongside.practise.walk import start

MANIFEST: Final = "imsmanifest.xml"
PAGE: Final = "index.html"
_SPACES: Final = (
    'xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" '
    'xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"'
)


def package(scene: Scene) -> bytes:
    """The package as a ZIP; the same scene gives the same bytes."""
    files = {
        MANIFEST: manifest(scene),
        PAGE: page_for_learning_system(scene),
        ADAPTER: file_of_player(ADAPTER),
    }
    return zipped({name: text.encode() for name, text in files.items()})


def manifest(scene: Scene) -> str:
    """What is in the package, and which page to open. No mastery score and no prerequisite: it is no test."""
    title = escape("".join(sign for sign in title_of(scene, start(scene).setting) if sign.isprintable()))
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="alongside-{escape(scene.id)}" version="{scene.content[:12]}" {_SPACES}>
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
  </metadata>
  <organizations default="alongside">
    <organization identifier="alongside">
      <title>{title}</title>
      <item identifier="scene" identifierref="page" isvisible="true">
        <title>{title}</title>
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="page" type="webcontent" adlcp:scormtype="sco" href="{PAGE}">
      <file href="{PAGE}"/>
      <file href="{ADAPTER}"/>
    </resource>
  </resources>
</manifest>
"""
