package io.goldsmith.samples.generate;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** How each system writes an organisation down. */
final class OrganisationRecords {

    private final Faults faults;

    OrganisationRecords(Faults faults) {
        this.faults = faults;
    }

    CrmAccount account(String key, Organisation organisation, Supplier<String> strangersPhone, Draw draw) {
        Written written = write(organisation, strangersPhone, draw);
        return new CrmAccount(
                key,
                written.name(),
                faults.identifier(organisation.siren(), draw),
                faults.identifier(organisation.siret(), draw),
                faults.identifier(organisation.vatNumber(), draw),
                PersonRecords.in("France", written.address()),
                written.phone(),
                written.email(),
                written.lastModified());
    }

    ErpClient client(
            String key, Organisation organisation, Supplier<String> strangersPhone, List<ErpOrder> orders, Draw draw) {
        Written written = write(organisation, strangersPhone, draw);
        return new ErpClient(
                key,
                true,
                "",
                "",
                "",
                written.name(),
                faults.identifier(organisation.siren(), draw),
                Optional.empty(),
                PersonRecords.in("FRANCE", written.address()),
                written.phone(),
                written.email(),
                written.lastModified(),
                orders);
    }

    AccountingCustomer accountingCustomer(
            String key,
            Organisation organisation,
            Supplier<String> strangersPhone,
            BigDecimal totalPurchases,
            Draw draw) {
        Written written = write(organisation, strangersPhone, draw);
        return new AccountingCustomer(
                key,
                "COMPANY",
                written.name(),
                faults.identifier(organisation.siren(), draw),
                faults.identifier(organisation.siret(), draw),
                faults.identifier(organisation.vatNumber(), draw),
                faults.identifier(organisation.iban(), draw),
                PersonRecords.accounting(written.address()),
                written.phone(),
                written.email(),
                Optional.empty(),
                totalPurchases,
                written.lastModified());
    }

    private record Written(String name, PostalAddress address, String phone, String email, Instant lastModified) {}

    private Written write(Organisation organisation, Supplier<String> strangersPhone, Draw draw) {
        FaultRates rates = faults.rates();
        Instant lastModified = Timeline.lastModified(draw);
        Handwriting hand = Handwriting.draw(rates, draw);
        CompanyName name = organisation.name();
        String written = draw.chance(rates.companyNameVariant()) ? name.variant(draw) : name.full();
        return new Written(
                hand.write(faults.name(written, draw)),
                hand.write(faults.address(organisation.home().addressOn(Timeline.dayOf(lastModified)), draw)),
                faults.phone(organisation.home().landline(), strangersPhone, draw),
                faults.email(organisation.email(), draw),
                lastModified);
    }
}
