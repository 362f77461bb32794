package io.goldsmith.samples.generate;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.goldsmith.samples.SamplesException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.ObjectWriter;

/**
 * Writes what a {@link CustomerGenerator} makes: the three systems' files, {@code customers.csv} with all records in the words of the
 * customer model, and {@code truth.csv}, which only the evaluation reads.
 */
public final class CustomerFiles {

    /** Where the flat file is, under the output folder. */
    public static final String CUSTOMERS = "customers.csv";

    /** Where the truth is, under the output folder. */
    public static final String TRUTH = "truth.csv";

    private final Path folder;

    /** @param folder where to write; made if need be, files of the same names are replaced */
    public CustomerFiles(Path folder) {
        this.folder = folder;
    }

    /** Writes everything. */
    public void write(CustomerGenerator generator) {
        try (FlatFiles flat =
                FlatFiles.open(open(CUSTOMERS, StandardCharsets.UTF_8), open(TRUTH, StandardCharsets.UTF_8))) {
            writeCrm(generator, flat);
            writeErp(generator, flat);
            writeAccounting(generator, flat);
        } catch (IOException | UncheckedIOException e) {
            throw new SamplesException(
                    "The customers cannot be written to " + folder
                            + ": check that the folder is writable and has room.",
                    e);
        }
    }

    private void writeCrm(CustomerGenerator generator, FlatFiles flat) throws IOException {
        try (CsvWriter contacts = csv("crm/contacts.csv", CrmFormat.CONTACT_COLUMNS)) {
            generator.crmContacts().forEach(each -> {
                contacts.writeRecord(CrmFormat.contactLine(each.record()));
                flat.write(each);
            });
        }
        try (CsvWriter accounts = csv("crm/accounts.csv", CrmFormat.ACCOUNT_COLUMNS)) {
            generator.crmAccounts().forEach(each -> {
                accounts.writeRecord(CrmFormat.accountLine(each.record()));
                flat.write(each);
            });
        }
        try (CsvWriter relations = csv("crm/account_contacts.csv", CrmFormat.ACCOUNT_CONTACT_COLUMNS)) {
            generator.accountContacts().map(CrmFormat::accountContactLine).forEach(relations::writeRecord);
        }
    }

    private void writeErp(CustomerGenerator generator, FlatFiles flat) throws IOException {
        try (CsvWriter clients = ErpFormat.writer(open("erp/clients.csv", ErpFormat.CHARSET));
                CsvWriter orders = ErpFormat.writer(open("erp/commandes.csv", ErpFormat.CHARSET))) {
            clients.writeRecord(ErpFormat.CLIENT_COLUMNS);
            orders.writeRecord(ErpFormat.ORDER_COLUMNS);
            generator.erpClients().forEach(each -> {
                ErpClient client = each.record();
                clients.writeRecord(ErpFormat.clientLine(client));
                client.orders().forEach(order -> orders.writeRecord(ErpFormat.orderLine(client.key(), order)));
                flat.write(each);
            });
        }
    }

    private void writeAccounting(CustomerGenerator generator, FlatFiles flat) throws IOException {
        ObjectWriter json = AccountingFormat.writer();
        try (Writer out = open("accounting/customers.jsonl", StandardCharsets.UTF_8)) {
            for (Labelled<AccountingCustomer> each :
                    (Iterable<Labelled<AccountingCustomer>>) generator.accountingCustomers()::iterator) {
                out.write(json.writeValueAsString(each.record()));
                out.write('\n');
                flat.write(each);
            }
        }
    }

    private CsvWriter csv(String name, List<String> header) throws IOException {
        CsvWriter writer = FlatFiles.csv(open(name, StandardCharsets.UTF_8));
        writer.writeRecord(header);
        return writer;
    }

    private BufferedWriter open(String name, Charset charset) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.newBufferedWriter(file, charset);
    }
}
