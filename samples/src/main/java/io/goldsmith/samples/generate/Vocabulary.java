package io.goldsmith.samples.generate;

/** The word lists, loaded once. */
record Vocabulary(GivenNames givenNames, FamilyNames familyNames, Addresses addresses, CompanyNames companyNames) {

    static Vocabulary load() {
        FamilyNames familyNames = new FamilyNames();
        return new Vocabulary(new GivenNames(), familyNames, new Addresses(), new CompanyNames(familyNames));
    }
}
