/// The endings of file names and their media types as CPython 3.11 knows them on Debian: its own table (`mimetypes.py`), and what the
/// package `media-types`, which that Python needs, adds and changes in `/etc/mime.types`, but for types of single products.
public enum MediaTypes {
    /// The registered types, each with its endings; the first is what `guess_extension` gives.
    static let registered = table(
        """
        text/javascript=es,js,mjs application/json=json application/manifest+json=webmanifest application/msword=doc,wiz
        text/vnd.graphviz=dot application/n-quads=nq application/n-triples=nt application/octet-stream=bin,so,deploy,msu,msp
        text/vnd.a=a application/x-msdos-program=exe,bat,dll application/x-object=o model/obj=obj application/ODA=oda
        application/pdf=pdf application/pkcs7-mime=p7c,p7m,p7z application/postscript=ps,ai,eps,epsi,epsf,eps2,eps3
        application/trig=trig audio/mpegurl=m3u application/vnd.apple.mpegurl=m3u8
        application/vnd.ms-excel=xls,xlb,xlm,xla,xlc,xlt,xlw application/vnd.ms-powerpoint=ppt,ppa,pps,pwz
        text/plain=txt,ksh,srt,text,pot,brf application/wasm=wasm application/x-bcpio=bcpio application/x-cpio=cpio text/x-csh=csh
        application/x-dvi=dvi application/x-gtar=gtar application/x-hdf=hdf application/x-hdf5=h5 application/x-latex=latex
        application/vnd.mif=mif application/x-cdf=cdf application/x-netcdf=nc application/pkcs12=p12,pfx
        audio/x-pn-realaudio=ra,rm,ram application/x-python-code=pyc,pyo text/x-sh=sh application/x-shar=shar
        application/vnd.adobe.flash.movie=swf application/x-sv4cpio=sv4cpio application/x-sv4crc=sv4crc application/x-tar=tar
        text/x-tcl=tcl,tk text/x-tex=tex,ltx,sty,cls application/x-texinfo=texi,texinfo text/troff=t,tr,roff
        application/x-troff-man=man application/x-troff-me=me application/x-troff-ms=ms application/x-ustar=ustar
        application/x-wais-source=src application/xslt+xml=xsl,xslt application/rdf+xml=rdf application/wsdl+xml=wsdl
        application/xml=xpdl,xml application/zip=zip audio/3gpp=3gp,3gpp audio/3gpp2=3g2,3gpp2 audio/aac=aac,adts,ass
        audio/usac=loas,xhe audio/basic=au,snd audio/mpeg=mp3,mp2,mpga,mpega,mp1 audio/ogg=oga,ogg,opus,spx audio/x-aiff=aif,aifc,aiff
        audio/x-wav=wav image/avif=avif,hif image/bmp=bmp image/gif=gif image/ief=ief image/jpeg=jpg,jpe,jpeg,jfif image/heic=heic
        image/heif=heif image/png=png image/svg+xml=svg,svgz image/tiff=tiff,tif image/vnd.microsoft.icon=ico image/x-cmu-raster=ras
        image/x-portable-anymap=pnm image/x-portable-bitmap=pbm image/x-portable-graymap=pgm image/x-portable-pixmap=ppm
        image/x-rgb=rgb image/x-xbitmap=xbm image/x-xpixmap=xpm image/x-xwindowdump=xwd message/rfc822=eml,mht,mhtml,nws text/css=css
        text/csv=csv text/html=html,htm,shtml text/n3=n3 text/x-csrc=c text/x-chdr=h text/x-perl=pl,pm text/richtext=rtx
        text/tab-separated-values=tsv text/vtt=vtt text/x-python=py text/x-setext=etx text/SGML=sgml,sgm text/vcard=vcf,vcard
        video/mp4=mp4,mpg4,m4v video/mpeg=mpeg,m1v,mpa,mpe,mpg,m2v video/quicktime=mov,qt video/webm=webm video/x-msvideo=avi
        video/x-sgi-movie=movie application/A2L=a2l application/AML=aml application/andrew-inset=ez application/annodex=anx
        application/ATF=atf application/ATFX=atfx application/atom+xml=atom application/atomcat+xml=atomcat
        application/atomdeleted+xml=atomdeleted application/atomserv+xml=atomsrv application/atomsvc+xml=atomsvc
        application/atsc-dwd+xml=dwd application/atsc-held+xml=held application/atsc-rsat+xml=rsat application/ATXML=atxml
        application/auth-policy+xml=apxml application/automationml-amlx+zip=amlx application/bacnet-xdd+zip=xdd application/bbolin=lin
        application/calendar+xml=xcs application/cbor=cbor application/cccex=c3ex application/ccmp+xml=ccmp
        application/ccxml+xml=ccxml application/CDFX+XML=cdfx application/cdmi-capability=cdmia application/cdmi-container=cdmic
        application/cdmi-domain=cdmid application/cdmi-object=cdmio application/cdmi-queue=cdmiq application/CEA=cea
        application/cellml+xml=cellml application/clr=1clr application/clue_info+xml=clue application/cms=cmsc application/cpl+xml=cpl
        application/csrattrs=csrattrs application/cu-seeme=cu application/cwl=cwl application/cwl+json=cwl.json
        application/dash+xml=mpd application/dashdelta=mpdd application/davmount+xml=davmount application/DCD=dcd
        application/dicom=dcm application/DII=dii application/DIT=dit application/dskpp+xml=xmls application/dsptype=tsp
        application/dssc+der=dssc application/dssc+xml=xdssc application/dvcs=dvc application/efi=efi application/emma+xml=emma
        application/emotionml+xml=emotionml application/epub+zip=epub application/exi=exi application/express=exp
        application/fastinfoset=finf application/fdf=fdf application/fdt+xml=fdt application/font-tdpfr=pfr
        application/futuresplash=spl application/geo+json=geojson application/geopackage+sqlite3=gpkg
        application/gltf-buffer=glbin,glbuf application/gml+xml=gml application/gzip=gz application/hta=hta
        application/hyperstudio=stk application/inkml+xml=ink,inkml application/ipfix=ipfix application/its+xml=its
        application/java-archive=jar application/java-serialized-object=ser application/java-vm=class application/jrd+json=jrd
        application/json-patch+json=json-patch application/ld+json=jsonld application/lgr+xml=lgr application/link-format=wlnk
        application/lost+xml=lostxml application/lostsync+xml=lostsyncxml application/lpf+zip=lpf application/LXF=lxf
        application/m3g=m3g application/mac-binhex40=hqx image/x-corelphotopaint=cpt application/mads+xml=mads application/marc=mrc
        application/marcxml+xml=mrcx application/mathematica=ma,mb application/mathml+xml=mml application/mbox=mbox
        application/metalink4+xml=meta4 application/mets+xml=mets application/MF4=mf4 application/mmt-aei+xml=maei
        application/mmt-usd+xml=musd application/mods+xml=mods application/mp21=m21,mp21 application/msaccess=mdb application/mxf=mxf
        application/ocsp-request=orq application/ocsp-response=ors application/ODX=odx application/oebps-package+xml=opf
        application/ogg=ogx application/onenote=one,onetoc2,onetmp,onepkg application/oxps=oxps application/p21=p21,stpnc,210,ifc
        application/p2p-overlay+xml=relo application/PDX=pdx application/pem-certificate-chain=pem application/pgp-encrypted=pgp
        application/pgp-keys=asc,key application/pgp-signature=sig application/pics-rules=prf application/pkcs10=p10
        application/pkcs7-signature=p7s application/pkcs8=p8 application/pkcs8-encrypted=p8e application/pkix-attr-cert=ac
        application/pkix-cert=cer application/pkix-crl=crl application/pkix-pkipath=pkipath application/pkixcmp=pki
        application/provenance+xml=provx application/pskc+xml=pskcxml application/reginfo+xml=rif
        application/relax-ng-compact-syntax=rnc application/resource-lists+xml=rl application/resource-lists-diff+xml=rld
        application/rfc+xml=rfcxml application/rls-services+xml=rs application/route-apd+xml=rapd application/route-s-tsid+xml=sls
        application/route-usd+xml=rusd application/rpki-ghostbusters=gbr application/rpki-manifest=mft application/rpki-roa=roa
        application/rtf=rtf application/sarif+json=sarif,sarif.json
        application/sarif-external-properties+json=sarif-external-properties,sarif-external-properties.json application/scim+json=scim
        application/scvp-cv-request=scq application/scvp-cv-response=scs application/scvp-vp-request=spq
        application/scvp-vp-response=spp application/sdp=sdp application/senml+cbor=senmlc application/senml+json=senml
        application/senml+xml=senmlx application/senml-etch+cbor=senml-etchc application/senml-etch+json=senml-etchj
        application/senml-exi=senmle application/sensml+cbor=sensmlc application/sensml+json=sensml application/sensml+xml=sensmlx
        application/sensml-exi=sensmle application/sgml-open-catalog=soc application/shf+xml=shf application/sieve=siv,sieve
        application/simple-filter+xml=cl application/smil+xml=smil,smi,sml application/sparql-query=rq
        application/sparql-results+xml=srx application/spdx+json=spdx.json application/sql=sql application/srgs=gram
        application/srgs+xml=grxml application/sru+xml=sru application/ssml+xml=ssml application/stix+json=stix
        application/swid+cbor=coswid application/swid+xml=swidtag application/tamp-apex-update=tau
        application/tamp-apex-update-confirm=auc application/tamp-community-update=tcu application/tamp-community-update-confirm=cuc
        application/tamp-error=ter application/tamp-sequence-adjust=tsa application/tamp-sequence-adjust-confirm=sac
        application/tamp-update=tur application/tamp-update-confirm=tuc application/td+json=jsontd
        application/tei+xml=tei,teiCorpus,odd application/thraud+xml=tfi application/timestamp-query=tsq
        application/timestamp-reply=tsr application/timestamped-data=tsd application/tm+json=tm.jsonld,tm.json,jsontm
        application/ttml+xml=ttml application/urc-grpsheet+xml=gsheet application/urc-ressheet+xml=rsheet
        application/urc-targetdesc+xml=td application/urc-uisocketdesc+xml=uis application/vnd.android.ota=ota
        application/vnd.android.package-archive=apk application/vnd.apple.installer+xml=dist,distz,pkg,mpkg
        application/vnd.apple.keynote=keynote application/vnd.apple.numbers=numbers application/vnd.apple.pages=pages
        application/vnd.comicbook-rar=cbr application/vnd.debian.binary-package=deb,ddeb,udeb application/vnd.font-fontforge-sfd=sfd
        application/vnd.google-earth.kml+xml=kml application/vnd.google-earth.kmz=kmz application/vnd.ms-3mfdocument=3mf
        application/vnd.ms-artgalry=cil application/vnd.ms-asf=asf application/vnd.ms-cab-compressed=cab
        application/vnd.ms-excel.addin.macroEnabled.12=xlam application/vnd.ms-excel.sheet.binary.macroEnabled.12=xlsb
        application/vnd.ms-excel.sheet.macroEnabled.12=xlsm application/vnd.ms-excel.template.macroEnabled.12=xltm
        application/vnd.ms-fontobject=eot application/vnd.ms-ims=ims application/vnd.ms-lrm=lrm application/vnd.ms-officetheme=thmx
        application/vnd.ms-pki.seccat=cat application/vnd.ms-powerpoint.addin.macroEnabled.12=ppam
        application/vnd.ms-powerpoint.presentation.macroEnabled.12=pptm application/vnd.ms-powerpoint.slide.macroEnabled.12=sldm
        application/vnd.ms-powerpoint.slideshow.macroEnabled.12=ppsm application/vnd.ms-powerpoint.template.macroEnabled.12=potm
        application/vnd.ms-project=mpp,mpt application/vnd.ms-tnef=tnef,tnf application/vnd.ms-word.document.macroEnabled.12=docm
        application/vnd.ms-word.template.macroEnabled.12=dotm application/vnd.ms-works=wcm,wdb,wks,wps application/vnd.ms-wpl=wpl
        application/vnd.ms-xpsdocument=xps application/vnd.oasis.opendocument.base=odb application/vnd.oasis.opendocument.chart=odc
        application/vnd.oasis.opendocument.chart-template=otc application/vnd.oasis.opendocument.formula=odf
        application/vnd.oasis.opendocument.graphics=odg application/vnd.oasis.opendocument.graphics-template=otg
        application/vnd.oasis.opendocument.image=odi application/vnd.oasis.opendocument.image-template=oti
        application/vnd.oasis.opendocument.presentation=odp application/vnd.oasis.opendocument.presentation-template=otp
        application/vnd.oasis.opendocument.spreadsheet=ods application/vnd.oasis.opendocument.spreadsheet-template=ots
        application/vnd.oasis.opendocument.text=odt application/vnd.oasis.opendocument.text-master=odm
        application/vnd.oasis.opendocument.text-template=ott application/vnd.oasis.opendocument.text-web=oth
        application/vnd.openxmlformats-officedocument.presentationml.presentation=pptx
        application/vnd.openxmlformats-officedocument.presentationml.slide=sldx
        application/vnd.openxmlformats-officedocument.presentationml.slideshow=ppsx
        application/vnd.openxmlformats-officedocument.presentationml.template=potx
        application/vnd.openxmlformats-officedocument.spreadsheetml.sheet=xlsx
        application/vnd.openxmlformats-officedocument.spreadsheetml.template=xltx
        application/vnd.openxmlformats-officedocument.wordprocessingml.document=docx
        application/vnd.openxmlformats-officedocument.wordprocessingml.template=dotx application/vnd.rar=rar
        application/vnd.sqlite3=sqlite,sqlite3 application/voicexml+xml=vxml application/voucher-cms+json=vcj
        application/watcherinfo+xml=wif application/widget=wgt application/wspolicy+xml=wspolicy application/x-7z-compressed=7z
        application/x-apple-diskimage=dmg application/x-bittorrent=torrent application/x-font=pfa,pfb,gsf
        application/x-font-pcf=pcf,pcf.Z application/x-iso9660-image=iso application/x-java-jnlp-file=jnlp application/x-lzh=lzh
        application/x-lzx=lzx application/x-ruby=rb application/x-tex-gf=gf application/x-tex-pk=pk application/x-xpinstall=xpi
        application/x-xz=xz application/xcap-att+xml=xav application/xcap-caps+xml=xca application/xcap-diff+xml=xdf
        application/xcap-el+xml=xel application/xcap-error+xml=xer application/xcap-ns+xml=xns application/xfdf=xfdf
        application/xhtml+xml=xhtml,xhtm,xht application/xliff+xml=xlf application/xml-dtd=dtd,mod
        application/xml-external-parsed-entity=ent application/xop+xml=xop application/xspf+xml=xspf
        application/xv+xml=mxml,xhvml,xvml,xvm application/yang=yang application/yin+xml=yin application/zstd=zst audio/32kadpcm=726
        audio/ac3=ac3 audio/AMR=amr,AMR audio/AMR-WB=awb,AWB audio/annodex=axa audio/asc=acn audio/ATRAC-ADVANCED-LOSSLESS=aal
        audio/ATRAC-X=atx audio/ATRAC3=at3,aa3,omg audio/csound=csd,orc,sco audio/dls=dls audio/EVRC=evc audio/EVRC-QCP=qcp,QCP
        audio/EVRCB=evb audio/EVRCNW=enw audio/EVRCWB=evw audio/flac=flac audio/iLBC=lbc audio/L16=l16 audio/mhas=mhas
        audio/mobile-xmf=mxmf audio/mp4=m4a audio/SMV=smv audio/sofa=sofa audio/sp-midi=mid audio/vnd.ms-playready.media.pya=pya
        audio/x-ms-wax=wax audio/x-ms-wma=wma audio/x-scpls=pls audio/x-sd2=sd2 font/collection=ttc font/otf=otf font/ttf=ttf
        font/woff=woff font/woff2=woff2 image/aces=exr image/apng=apng image/avci=avci image/avcs=avcs image/cgm=cgm
        image/dicom-rle=drle image/dpx=dpx image/emf=emf image/fits=fits,fit,fts image/heic-sequence=heics image/heif-sequence=heifs
        image/hej2k=hej2 image/hsj2=hsj2 image/jls=jls image/jp2=jp2,jpg2 image/jph=jph image/jphc=jhc,jphc image/jpm=jpm,jpgm
        image/jpx=jpx,jpf image/jxl=jxl image/jxr=jxr image/jxrA=jxra image/jxrS=jxrs image/jxs=jxs image/jxsc=jxsc image/jxsi=jxsi
        image/jxss=jxss image/ktx=ktx image/ktx2=ktx2 image/tiff-fx=tfx image/vnd.ms-modi=mdi image/webp=webp image/wmf=wmf
        image/x-canon-cr2=cr2 image/x-canon-crw=crw image/x-coreldraw=cdr image/x-coreldrawpattern=pat image/x-coreldrawtemplate=cdt
        image/x-epson-erf=erf image/x-jng=jng image/x-nikon-nef=nef image/x-olympus-orf=orf image/x-xcf=xcf
        text/cache-manifest=appcache,manifest text/calendar=ics,ifb text/cql=CQL text/csv-schema=csvs text/dns=soa,zone text/gff3=gff3
        text/jcr-cnd=cnd text/markdown=md,markdown text/mizar=miz text/provenance-notation=provn text/shaclc=shaclc,shc text/shex=shex
        text/spdx=spdx text/texmacs=tm text/turtle=ttl text/uri-list=uris,uri text/vnd.debian.copyright=copyright
        text/vnd.ms-mediapackage=mpf text/wgsl=wgsl text/x-bibtex=bib text/x-boo=boo text/x-c++hdr=h++,hpp,hxx,hh
        text/x-c++src=c++,cpp,cxx,cc text/x-component=htc text/x-diff=diff,patch text/x-dsrc=d text/x-haskell=hs text/x-java=java
        text/x-lilypond=ly text/x-literate-haskell=lhs text/x-moc=moc text/x-pascal=p,pas text/x-pcs-gcd=gcd text/x-scala=scala
        text/x-sfv=sfv text/x-vcalendar=vcs video/annodex=axv video/dv=dif,dv video/fli=fli video/gl=gl video/iso.segment=m4s
        video/mj2=mj2,mjp2 video/ogg=ogv video/vnd.ms-playready.media.pyv=pyv video/x-flv=flv video/x-la-asf=lsf,lsx
        video/x-matroska=mpv,mkv video/x-mng=mng video/x-ms-wm=wm video/x-ms-wmv=wmv video/x-ms-wmx=wmx video/x-ms-wvx=wvx
        """)

    /// Types that are in use and not registered.
    static let common = table(
        """
        application/rtf=rtf audio/midi=midi audio/midi=mid image/jpg=jpg image/pict=pict image/pict=pct image/pict=pic image/webp=webp
        text/xul=xul
        """)

    private static let types = Dictionary(registered.map { ($0.ending, $0.type) }, uniquingKeysWith: { first, _ in first })
    private static let encodings: Set<Substring> = ["gz", "Z", "bz2", "xz", "br"]
    private static let archives: [Substring: String] = [
        "svgz": "image/svg+xml", "tgz": "application/x-tar", "taz": "application/x-tar", "tz": "application/x-tar",
        "tbz2": "application/x-tar", "txz": "application/x-tar",
    ]

    /// The type of a file name by its ending, compression left aside; nil for endings that Python does not know.
    public static func type(of name: String) -> String? {
        var parts = name.split(separator: "/").last.map { $0.split(separator: ".", omittingEmptySubsequences: false) } ?? []
        if parts.count > 2, let last = parts.last, encodings.contains(last) { parts.removeLast() }
        guard parts.count > 1, let ending = parts.last, parts.first?.isEmpty == false || parts.count > 2 else { return nil }
        return archives[ending] ?? types[ending.lowercased()]
    }

    private static func table(_ text: String) -> [(ending: String, type: String)] {
        text.split(whereSeparator: \.isWhitespace).flatMap { group in
            let parts = group.split(separator: "=", maxSplits: 1)
            return parts[1].split(separator: ",").map { (String($0), String(parts[0])) }
        }
    }
}
