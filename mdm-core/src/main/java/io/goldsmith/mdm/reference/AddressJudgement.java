package io.goldsmith.mdm.reference;

import io.goldsmith.matching.compare.EditDistance;
import io.goldsmith.matching.survive.VerificationStatus;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What entries of reference data say of an address. A pure function; the order of the entries does not matter.
 *
 * @param status the answer
 * @param finding why
 * @param entry the entry that it is, or should be; empty if unknown
 */
record AddressJudgement(VerificationStatus status, VerificationFinding finding, Optional<AddressEntry> entry) {

    private static final int MOST_EDITS = 2;
    /** A street with fewer letters may differ by one edit only: two make another street of it. */
    private static final int LONG_STREET = 12;

    /**
     * Judges an address.
     *
     * @param asked with a number and a street
     * @param entries every entry that shares postcode, number and street with it, or town, number and street, or postcode and number
     */
    static AddressJudgement of(AddressForm asked, Collection<AddressEntry> entries) {
        List<AddressEntry> likely = new ArrayList<>();
        for (AddressEntry entry : entries) {
            AddressForm form = entry.form();
            boolean samePostcode = form.postcode().equals(asked.postcode());
            boolean sameTown = form.town().equals(asked.town());
            boolean sameStreet = form.line().street().equals(asked.line().street());
            if (!form.line().number().equals(asked.line().number())) {
                continue;
            }
            if (samePostcode && sameTown && sameStreet) {
                return new AddressJudgement(
                        VerificationStatus.VERIFIED, VerificationFinding.FOUND, Optional.of(smallest(asked, entries)));
            }
            // One of three may be wrong, never two: the other two say which house is meant.
            boolean isLikely = samePostcode && sameStreet
                    || sameTown && sameStreet
                    || samePostcode
                            && sameTown
                            && areNear(form.line().street(), asked.line().street());
            if (isLikely && likely.stream().noneMatch(other -> other.form().equals(form))) {
                likely.add(entry);
            }
        }
        return likely.size() == 1
                ? new AddressJudgement(
                        VerificationStatus.CORRECTED,
                        VerificationFinding.NEARLY,
                        Optional.of(smallest(likely.get(0).form(), entries)))
                : unknown(likely.isEmpty() ? VerificationFinding.NOT_FOUND : VerificationFinding.AMBIGUOUS);
    }

    static AddressJudgement unknown(VerificationFinding finding) {
        return new AddressJudgement(VerificationStatus.UNKNOWN, finding, Optional.empty());
    }

    /** Of the entries of one form, which may come from several editions, always the same. */
    private static AddressEntry smallest(AddressForm form, Collection<AddressEntry> entries) {
        return entries.stream()
                .filter(entry -> entry.form().postcode().equals(form.postcode())
                        && entry.form().town().equals(form.town())
                        && entry.form().line().number().equals(form.line().number())
                        && entry.form().line().street().equals(form.line().street()))
                .min((one, other) -> {
                    int byEdition = Long.compare(other.edition(), one.edition());
                    return byEdition != 0
                            ? byEdition
                            : one.written().id().compareTo(other.written().id());
                })
                .orElseThrow();
    }

    /** Numbers in street names are never mistyped ones: the eighth of May is another street than the ninth. */
    private static boolean areNear(String one, String other) {
        int most = Math.min(one.length(), other.length()) < LONG_STREET ? 1 : MOST_EDITS;
        return digitsOf(one).equals(digitsOf(other)) && EditDistance.DAMERAU.bounded(one, other, most) <= most;
    }

    private static String digitsOf(String text) {
        return text.replaceAll("[^0-9]", "");
    }
}
