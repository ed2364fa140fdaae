"""The codes of ISO 639 that name one language: two letters, three letters, three of libraries.

The table is ISO 639-1 joined with ISO 639-2 (registration authorities: Infoterm and the Library of
Congress); a code of three letters here is the same in ISO 639-3.
"""

from __future__ import annotations

# ISO 639-1 = ISO 639-2/T, and / ISO 639-2/B where libraries use another.
_TABLE = """
aa=aar ab=abk ae=ave af=afr ak=aka am=amh an=arg ar=ara as=asm av=ava ay=aym az=aze ba=bak be=bel
bg=bul bi=bis bm=bam bn=ben bo=bod/tib br=bre bs=bos ca=cat ce=che ch=cha co=cos cr=cre cs=ces/cze
cu=chu cv=chv cy=cym/wel da=dan de=deu/ger dv=div dz=dzo ee=ewe el=ell/gre en=eng eo=epo es=spa
et=est eu=eus/baq fa=fas/per ff=ful fi=fin fj=fij fo=fao fr=fra/fre fy=fry ga=gle gd=gla gl=glg
gn=grn gu=guj gv=glv ha=hau he=heb hi=hin ho=hmo hr=hrv ht=hat hu=hun hy=hye/arm hz=her ia=ina
id=ind ie=ile ig=ibo ii=iii ik=ipk io=ido is=isl/ice it=ita iu=iku ja=jpn jv=jav ka=kat/geo kg=kon
ki=kik kj=kua kk=kaz kl=kal km=khm kn=kan ko=kor kr=kau ks=kas ku=kur kv=kom kw=cor ky=kir la=lat
lb=ltz lg=lug li=lim ln=lin lo=lao lt=lit lu=lub lv=lav mg=mlg mh=mah mi=mri/mao mk=mkd/mac ml=mal
mn=mon mr=mar ms=msa/may mt=mlt my=mya/bur na=nau nb=nob nd=nde ne=nep ng=ndo nl=nld/dut nn=nno
no=nor nr=nbl nv=nav ny=nya oc=oci oj=oji om=orm or=ori os=oss pa=pan pi=pli pl=pol ps=pus pt=por
qu=que rm=roh rn=run ro=ron/rum ru=rus rw=kin sa=san sc=srd sd=snd se=sme sg=sag sh=hbs si=sin
sk=slk/slo sl=slv sm=smo sn=sna so=som sq=sqi/alb sr=srp ss=ssw st=sot su=sun sv=swe sw=swa ta=tam
te=tel tg=tgk th=tha ti=tir tk=tuk tl=tgl tn=tsn to=ton tr=tur ts=tso tt=tat tw=twi ty=tah ug=uig
uk=ukr ur=urd uz=uzb ve=ven vi=vie vo=vol wa=wln wo=wol xh=xho yi=yid yo=yor za=zha zh=zho/chi
zu=zul
"""

# Codes that name a language of the table more narrowly, and retired ones, as files still carry them.
_OTHER = {
    "cmn": "zh", "iw": "he", "in": "id", "ji": "yi", "jw": "jv", "mo": "ro", "no": "nb", "nor": "nb",
    "sh": "sr", "hbs": "sr", "arb": "ar", "pes": "fa", "zsm": "ms", "ekk": "et", "lvs": "lv",
    "fil": "tl", "khk": "mn", "azj": "az", "uzn": "uz", "als": "sq", "swh": "sw", "npi": "ne",
}  # fmt: skip

LONGER: dict[str, tuple[str, ...]] = {
    short: tuple(longer.split("/")) for short, longer in (row.split("=") for row in _TABLE.split())
}
"""Code of two letters → its codes of three letters, that of ISO 639-2/T and 639-3 first."""

SHORTEST: dict[str, str] = {long: short for short, longer in LONGER.items() for long in longer} | _OTHER
"""Any other code of a language → the shortest in use."""
