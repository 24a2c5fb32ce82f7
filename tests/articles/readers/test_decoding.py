from __future__ import annotations

import pytest

from articles.errors import UnknownEncoding
from articles.readers.decoding import decode, decode_page, web_name

GERMAN = (
    "Der Bürgermeister sagte, die Gebühren für Müll stiegen um 12 Prozent. „Es geht nicht“. " * 2
)
ENGLISH = (
    "The mayor said on Tuesday that he “never promised” the café’s owner £500 – or anything. " * 2
)
POLISH = (
    "Burmistrz powiedział we wtorek, że opłaty za śmieci wzrosły o 12 procent, mówią mieszkańcy. "
)
FRENCH = (
    "Le maire a déclaré que les impôts avaient augmenté de 12 % à la fin de l'année dernière. " * 2
)
RUSSIAN = "Мэр заявил во вторник, что плата за вывоз мусора выросла на 12 процентов. " * 2
HEBREW = "ראש העיר אמר ביום שלישי כי התשלומים עלו ב-12 אחוזים. " * 2
JAPANESE = "市長は火曜日、ごみ処理の料金が12パーセント上がったと述べた。" * 2


class TestDecode:
    @pytest.mark.parametrize("name", ["utf-8-sig", "utf-16", "utf-32"])
    def test_a_byte_order_mark_decides(self, name):
        text, _encoding = decode(GERMAN.encode(name), "iso-8859-1")

        assert text.lstrip("\ufeff") == GERMAN

    @pytest.mark.parametrize(
        ("text", "encoding"),
        [
            (GERMAN, "cp1252"),
            (ENGLISH, "cp1252"),
            (FRENCH, "cp1252"),
            (POLISH * 2, "cp1250"),
            (RUSSIAN, "cp1251"),
            (RUSSIAN, "koi8_r"),
            (HEBREW, "cp1255"),
            (JAPANESE, "cp932"),
            (GERMAN, "utf-8"),
        ],
    )
    def test_tells_the_encoding_of_a_text_that_does_not_say(self, text, encoding):
        assert decode(text.encode(encoding))[0] == text

    def test_believes_what_is_declared_where_the_bytes_agree(self):
        assert decode("Żółć".encode("iso8859-2"), "ISO-8859-2") == ("Żółć", "iso8859-2")

    def test_believes_the_bytes_where_they_do_not_agree_with_what_is_declared(self):
        assert decode(JAPANESE.encode(), "iso-8859-1") == (JAPANESE, "utf-8")
        assert decode(JAPANESE.encode("cp932"), "utf-8") == (JAPANESE, "cp932")
        assert decode("naïve “quote”".encode(), "us-ascii-and-more") == ("naïve “quote”", "utf-8")

    def test_seven_bit_encodings_need_their_name(self):
        assert decode(JAPANESE.encode("iso2022_jp"), "ISO-2022-JP")[0] == JAPANESE

    def test_latin_1_means_windows_1252_as_it_does_on_the_web(self):
        assert decode(b"\x93quote\x94", "iso-8859-1") == ("“quote”", "cp1252")

    @pytest.mark.parametrize("text", ["Über Schleusen", "£500", "naïve", GERMAN[:60], HEBREW[:90]])
    def test_does_not_guess_from_a_few_words(self, text):
        with pytest.raises(UnknownEncoding):
            decode(text.encode("cp1255" if text in HEBREW else "cp1252"))

    @pytest.mark.parametrize(
        "body", [b"\xff\xfe\x00\xd8", bytes(range(128, 160)) * 40, b"\xef\xbb\xbf\xff\xff"]
    )
    def test_refuses_bytes_that_are_text_in_no_encoding(self, body):
        with pytest.raises(UnknownEncoding, match="UTF-8") as refusal:
            decode(body, field="upload")

        assert refusal.value.field == "upload"

    @pytest.mark.parametrize(
        "name",
        [
            *["rot13", "base64", "zlib", "hex", "no-such", "", "utf8\0"],
            *["punycode", "idna", "utf-7", "unicode_escape", "raw_unicode_escape"],
        ],
    )
    def test_a_declared_name_that_is_no_text_encoding_is_ignored(self, name):
        assert web_name(name) == ""
        assert decode(GERMAN.encode(), name)[0] == GERMAN


class TestDecodePage:
    def test_reads_the_charset_the_page_names(self):
        body = b'<meta charset="windows-1251"><p>' + RUSSIAN.encode("cp1251")

        assert RUSSIAN in decode_page(body)[0]

    def test_the_header_goes_before_the_page(self):
        body = b'<meta charset="windows-1252"><p>' + RUSSIAN.encode("cp1251")

        assert RUSSIAN in decode_page(body, "windows-1251")[0]

    def test_a_broken_byte_does_not_cost_the_page(self):
        page, _encoding = decode_page(b"<meta charset=utf-8><p>caf\xc3\xa9 \xff</p>")

        assert "café \ufffd" in page

    @pytest.mark.parametrize("name", ["idna", "punycode"])
    def test_a_page_that_names_no_encoding_of_texts_is_read_all_the_same(self, name):
        page, encoding = decode_page(f"<meta charset={name}><p>café</p>".encode() + b"\xff")

        assert (encoding, "café" in page) == ("utf-8", True)
