"""Makes the four web fonts beside this file from the full Be Vietnam Pro TTFs. Run by hand when the font changes:

    pip install fonttools brotli; npm pack @expo-google-fonts/be-vietnam-pro
    python make.py FOLDER_WITH_THE_TTF_FILES

Two weights; each as one file with everything Vietnamese needs, un-hinted, and one with the rest of Latin, loaded
only when a name needs it. The original has no tabular figures: they are added here as the feature `tnum`.
"""

import sys
from pathlib import Path

from fontTools.otlLib.builder import buildLookup, buildSingleSubstSubtable
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables import otTables
from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphComponent

VIETNAMESE = [*range(0x20, 0x7F), *range(0xA0, 0x100), 0x102, 0x103, 0x110, 0x111, 0x128, 0x129, 0x168, 0x169,
              0x1A0, 0x1A1, 0x1AF, 0x1B0, 0x300, 0x301, 0x303, 0x309, 0x323, *range(0x1EA0, 0x1EFA),
              0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2026, 0x202F, 0x2032, 0x2033, 0x20AB, 0x20AC, 0x2212, 0xD7]
OTHER_LATIN = [code for code in [*range(0x100, 0x250), *range(0x1E00, 0x1EA0)] if code not in VIETNAMESE]
FIGURE_WIDTH = 680


def add_tabular_figures(font):
    """Copies of the ten digits, all of one width, reached by the feature `tnum`."""
    names = font.getBestCmap()
    figures = {}
    for digit in "0123456789":
        plain = names[ord(digit)]
        width, _ = font["hmtx"][plain]
        glyph, part = Glyph(), GlyphComponent()
        part.glyphName, part.x, part.y, part.flags = plain, (FIGURE_WIDTH - width) // 2, 0, 0x204
        glyph.numberOfContours, glyph.components = -1, [part]
        figures[plain] = plain + ".tnum"
        font.setGlyphOrder([*font.getGlyphOrder(), figures[plain]])
        font["glyf"][figures[plain]] = glyph
        glyph.recalcBounds(font["glyf"])
        font["hmtx"][figures[plain]] = (FIGURE_WIDTH, glyph.xMin)
    table = font["GSUB"].table
    table.LookupList.Lookup.append(buildLookup([buildSingleSubstSubtable(figures)]))
    record = otTables.FeatureRecord()
    record.FeatureTag, record.Feature = "tnum", otTables.Feature()
    record.Feature.FeatureParams, record.Feature.LookupListIndex, record.Feature.LookupCount = None, [len(table.LookupList.Lookup) - 1], 1
    table.FeatureList.FeatureRecord.append(record)
    for script in table.ScriptList.ScriptRecord:
        for system in [script.Script.DefaultLangSys, *(entry.LangSys for entry in script.Script.LangSysRecord)]:
            if system:
                system.FeatureIndex.append(len(table.FeatureList.FeatureRecord) - 1)


def make(source, codes, target):
    font = TTFont(source)
    add_tabular_figures(font)
    options = Options(hinting=False, layout_features=["ccmp", "kern", "mark", "mkmk", "locl", "liga", "tnum"], flavor="woff2", name_IDs=[0, 1, 2, 5, 13, 14], notdef_outline=True)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)
    font.flavor = "woff2"
    font.save(target)
    print(target.name, target.stat().st_size)


if __name__ == "__main__":
    here, folder = Path(__file__).parent, Path(sys.argv[1])
    for weight, name in [(400, "400Regular"), (700, "700Bold")]:
        source = next(folder.rglob(f"BeVietnamPro_{name}.ttf"))
        make(source, VIETNAMESE, here / f"be-vietnam-pro-{weight}.woff2")
        make(source, OTHER_LATIN, here / f"be-vietnam-pro-latin-{weight}.woff2")
