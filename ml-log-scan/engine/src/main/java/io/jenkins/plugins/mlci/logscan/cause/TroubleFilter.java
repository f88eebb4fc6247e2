package io.jenkins.plugins.mlci.logscan.cause;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Tells at a glance that a line cannot matter where causes are looked for: no word of it tells of trouble and it has no shape of a
 * trace or a difference. Looks up each three characters in a row in a bit set, so that most lines need no {@link LineScanner}. It may
 * keep a line that does not matter, and never drops one that does: whatever has a {@link Severity} of {@value #LEAST} or more, is a
 * {@link LineShape#FRAME} or a {@link LineShape#DIFF}.
 */
final class TroubleFilter {
    /** Lines of less severity may be dropped: it takes a word of trouble, or a shape that names it, to reach this. */
    static final double LEAST = 0.5;

    /** What a line may be. */
    enum Glance {
        /** It cannot matter. */
        HARMLESS,
        /** A {@link LineShape#FRAME}. */
        FRAME,
        /** It has to be looked at. */
        PERHAPS
    }

    private static final int BITS = 6;
    private static final int TRIGRAMS = 1 << 3 * BITS;
    private static final int MASK = TRIGRAMS - 1;
    /** Trigrams from common to rare, by the share of lines of real CI logs that have one: of a word its rarest is looked for. */
    private static final List<String> COMMON_FIRST = List.of(
            ("inf nfo org ing pac ven che ave rep ttp htt loa oad mav epo own ach dow nlo wnl apa pom tps est tes com din ent ade sec "
                            + "adi ded ion con ava jav jar ect ode sts nit res run tio uni for tra ass ver ure son lib ers ild ack cod nte uil bui gin "
                            + "ter ile ate ons ple tin ati tor par pro ted sta omp tim ime lin fro are rce fil ugi plu lug exu xus sed ont rom jun aus "
                            + "err omm and ona unn eha uti pas hau deh rro sio ces our lex age all ins ror typ ype ive nin der aps mpl ess ner sou met "
                            + "unt urc ail ist ren rea cen cti rge mon dis pre til rsi lec tho dat ore ext ser ele ome nat ten ort one fai mmo int ntr "
                            + "mod lic vis ase net not men nne ref nex rav ain str lat set ult pse ors nst avi hom bun nda ecu eso the act rou ead rec "
                            + "cor api por def ett nde jec del ela ubu imp las nts red end gro ntu ire oup rat ame lur ilu nar pos get tar tal ith les "
                            + "per cla ppe war ste bin eth aty sit efa sse lap aul man deb sin eme sol fau ite mpi tok kin ali ast cur bab ine ito oki "
                            + "pec ory ski wor kip pil nni ils kio osi nal cli cte wit ind ses cka lea kag mto art ice ond ork ped ipp eta nse ebu her "
                            + "hod pla arn rel mpo tat ori jso erv tti ral ink ang loc src rti spe sho eas ock tem mai sel pon ata xml ler yte arg cal "
                            + "use tan bli oss ubl onf nen ble ete pti ola ups rin pub inv oke val app ule ere chi rch ert enc gle qui ana cto bje arc "
                            + "hot nfi tag ope era cki tri mpa obj sna nta tiv nap iss oun hec lle eck efi fig ges tru git gre ote ssi nvo ies psh pat "
                            + "orm rem dul ini byt lan goo und fas eri dep sha ogl ram vok fin fir iba oog tec aba npa ran ern dex han nam exe tre exp "
                            + "nti lie pen cat iso emo ien abl led eco cre rni rse ker unp ide ene ace rve stj cce gra bas hin thi bug tng cop evi rna "
                            + "tch tjs ili dle fle mma efl new tte rte ari odu sur fac har sti gen uns xec ues den tur emp pyt cts ato cut squ ens ute "
                            + "rac log bud opy dir ree tit doc giv ita ovi ddy udd out ous oca map ada ool nce cha mar rev jgi ssu edi ept yth oll abe "
                            + "cke pri bel ars col hon ngt acc sue ath ena stc ant ado cep unc rit pyh ost rie ans eat usi hea cks amd ize vio mat ots "
                            + "pha tad alu iou sly lte exc fra rov ity opt teb tas reg oxi usl ann equ too dox dev ech uit gte pan hiv tty spa xia sui "
                            + "hed scr iti uid env tai rop tif nch req cri rip rim ipt cle usr tic alp als thr vid anc ove obe nes thu hel ger lph vin "
                            + "tpc nec roj rid oje rub inu dge can sun ssr eli zed ara roc erc epl inc hub ota sor que ina ica clu dec ean des eip onn "
                            + "cac tex plo pco tto syn cou dob olv ndl eve aly rog oce oda erm das dro ign ric url lem oot cas web let ogr ura gno ilt "
                            + "you yin sto nco nux eti rio lac sso ino ise xpe bac non sys ani xce ndr orc hre boo fou yze lyz ray ifa ece lud ial idg "
                            + "ott atc ssl mis nod ary mes sre odi dac mot ubi rma eci epe add eca ols ish tsu aru min lue tab itt nno bri lli mpr lit "
                            + "ecl tco she top upl ndi ght yam epr rpo ync esc nki pol ron erf fol lse etr rre any sis elp igg efo gme sph try eac nag "
                            + "uir but suc igh fer pin vic don arr mpt cei yst ask ese ibs jac eva amp eam oid ill rad vel phe his nis amc mit vem rue "
                            + "pli rke eng kit pip ret yhd ")
                    .split(" "));
    /** Reports of the Test Anything Protocol say {@code not ok}. */
    private static final List<String> MARKS = List.of("not ok");

    private static final int MOST_CODE = 999;
    private static final int SHAPES = LineShape.DIFF.bit() | LineShape.TEST_FAILED.bit() | LineShape.ANNOTATION.bit();

    /** Six bits for each byte: 1 to 26 small letters, 27 to 52 capitals, 53 to 62 digits, 0 anything else. */
    private static final byte[] CODE = codes();

    /** The one filter; it only reads. Comes after the table that it is made with. */
    static final TroubleFilter INSTANCE = new TroubleFilter();

    private final long[] bits = new long[TRIGRAMS / 64];

    private TroubleFilter() {
        for (WordGroup group : WordGroup.values()) {
            if (Severity.counts(group.bit())) {
                Arrays.stream(group.words())
                        .sorted(Comparator.comparingInt(String::length))
                        .forEach(this::add);
            }
        }
        MARKS.forEach(this::add);
        for (int code = 100; code <= MOST_CODE; code++) {
            if (Severity.counts(ResultCodes.groups(code))) {
                set(trigram((byte) ('0' + code / 100), (byte) ('0' + code / 10 % 10), (byte) ('0' + code % 10)));
            }
        }
    }

    /** What a line may be. */
    Glance glance(byte[] bytes, int from, int to) {
        int end = Math.min(to, from + LineScanner.LONGEST);
        while (end > from && LineScanner.isSpace(bytes[end - 1])) {
            end--;
        }
        int at = from;
        while (at < end && LineScanner.isSpace(bytes[at])) {
            at++;
        }
        if (at == end) {
            return Glance.HARMLESS;
        }
        int message = LineShapes.contentStart(bytes, at, end);
        int shapes = LineShapes.leading(bytes, message, end, at - from);
        if (LineShape.FRAME.in(shapes)) {
            return Glance.FRAME;
        }
        return bytes[message] < 0 || (shapes & SHAPES) != 0 || hasTrigram(bytes, at, end)
                ? Glance.PERHAPS
                : Glance.HARMLESS;
    }

    private boolean hasTrigram(byte[] bytes, int from, int to) {
        int trigram = 0;
        long found = 0;
        for (int at = from; at < to; at++) {
            trigram = (trigram << BITS | CODE[bytes[at] & 0xFF]) & MASK;
            found |= bits[trigram >> 6] >>> trigram;
            if ((found & 1) != 0) {
                return true;
            }
        }
        return false;
    }

    /** Looks for a word or, of a pair, for the word that is told from others most easily. */
    private void add(String entry) {
        String best = "";
        int rarest = -1;
        for (String word : entry.split(" ")) {
            for (int i = 0; i + 3 <= word.length(); i++) {
                if (isSet(trigram((byte) word.charAt(i), (byte) word.charAt(i + 1), (byte) word.charAt(i + 2)))) {
                    return;
                }
                int rank = rank(word.substring(i, i + 3));
                if (rank > rarest) {
                    rarest = rank;
                    best = word.substring(i, i + 3);
                }
            }
        }
        if (best.isEmpty()) {
            addShort(entry);
        } else {
            for (int cases = 0; cases < 8; cases++) {
                set(trigram(letter(best, 0, cases), letter(best, 1, cases), letter(best, 2, cases)));
            }
        }
    }

    /** A word of two letters begins behind anything but a letter, or with a capital. */
    private void addShort(String entry) {
        String word = entry.split(" ")[0];
        if (word.length() != 2) {
            throw new IllegalArgumentException("Words of one letter cannot be looked for: " + entry + ".");
        }
        for (int cases = 0; cases < 4; cases++) {
            byte first = letter(word, 0, cases);
            byte second = letter(word, 1, cases);
            for (int before = 0; before < 128; before++) {
                if (!LineShapes.isLetter((byte) before) || first <= 'Z') {
                    set(trigram((byte) before, first, second));
                }
            }
        }
    }

    private static byte letter(String word, int index, int cases) {
        return (byte) ((cases >> index & 1) == 0 ? word.charAt(index) : word.charAt(index) - 'a' + 'A');
    }

    private static int rank(String trigram) {
        int at = COMMON_FIRST.indexOf(trigram);
        return at < 0 ? COMMON_FIRST.size() : at;
    }

    private boolean isSet(int trigram) {
        return (bits[trigram >> 6] >>> trigram & 1) != 0;
    }

    private void set(int trigram) {
        bits[trigram >> 6] |= 1L << trigram;
    }

    private static int trigram(byte first, byte second, byte third) {
        return (CODE[first & 0xFF] << BITS | CODE[second & 0xFF]) << BITS | CODE[third & 0xFF];
    }

    private static byte[] codes() {
        byte[] codes = new byte[256];
        for (int i = 0; i < 26; i++) {
            codes['a' + i] = (byte) (1 + i);
            codes['A' + i] = (byte) (27 + i);
        }
        for (int i = 0; i < 10; i++) {
            codes['0' + i] = (byte) (53 + i);
        }
        return codes;
    }
}
