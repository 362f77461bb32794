package io.goldsmith.samples.landscape;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The CRM's tables, filled from the generated files. */
final class CrmTables {

    private static final String[] TABLES = {"""
        create table ACCOUNT (
            ACCOUNT_ID varchar(20) primary key, NAME varchar(200), SIREN varchar(20), SIRET varchar(20), VAT_NO varchar(20),
            STREET varchar(200), ZIP varchar(10), CITY varchar(100), COUNTRY varchar(60), PHONE varchar(40),
            WEB_EMAIL varchar(200), LAST_MODIFIED timestamp(6) not null)
        """, """
        create table CONTACT (
            CONTACT_ID varchar(20) primary key, SALUTATION varchar(10), FIRST_NAME varchar(100), LAST_NAME varchar(100),
            MAIDEN_NAME varchar(100), BIRTHDATE date, STREET varchar(200), ZIP varchar(10), CITY varchar(100),
            COUNTRY varchar(60), PHONE varchar(40), MOBILE varchar(40), EMAIL varchar(200), CSP varchar(60),
            INTERESTS varchar(400), PREFERENCES varchar(400), STATUS varchar(20), OPT_IN_MARKETING char(1),
            OPT_IN_PROFILING char(1), LOYALTY_NO varchar(20), LOYALTY_TIER varchar(20), LAST_MODIFIED timestamp(6) not null)
        """, """
        create table ACCOUNT_CONTACT (
            ACCOUNT_ID varchar(20), CONTACT_ID varchar(20), ROLE varchar(60), LAST_MODIFIED timestamp(6) not null,
            primary key (ACCOUNT_ID, CONTACT_ID))
        """};

    private static final String[] BEHIND_THE_DATA = {
        "create index ACCOUNT_MODIFIED on ACCOUNT (LAST_MODIFIED)",
        "create index CONTACT_MODIFIED on CONTACT (LAST_MODIFIED)",
        "create index ACCOUNT_CONTACT_MODIFIED on ACCOUNT_CONTACT (LAST_MODIFIED)",
        "create trigger ACCOUNT_CHANGED before update on ACCOUNT for each row call \""
                + CrmChangeTrigger.class.getName() + "\"",
        "create trigger CONTACT_CHANGED before update on CONTACT for each row call \""
                + CrmChangeTrigger.class.getName() + "\"",
        // Last: whoever finds this table knows that everything before it is complete.
        "create table CHANGE_COUNT (ID varchar(20) primary key, CHANGES bigint not null)"
    };

    private final Path files;

    /** @param files the folder of {@code contacts.csv}, {@code accounts.csv} and {@code account_contacts.csv} */
    CrmTables(Path files) {
        this.files = files;
    }

    /** Fills an empty database; one whose filling was interrupted is filled anew; a full one is left as it is. */
    void fillOnce(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (isComplete(statement)) {
                return;
            }
            statement.execute("drop all objects");
            for (String table : TABLES) {
                statement.execute(table);
            }
            copy(statement, "insert into CONTACT select * from csvread('%s', null, 'charset=UTF-8')", "contacts.csv");
            copy(statement, "insert into ACCOUNT select * from csvread('%s', null, 'charset=UTF-8')", "accounts.csv");
            copy(
                    statement,
                    "insert into ACCOUNT_CONTACT select * from csvread('%s', null, 'charset=UTF-8')",
                    "account_contacts.csv");
            for (String ddl : BEHIND_THE_DATA) {
                statement.execute(ddl);
            }
        }
    }

    private static boolean isComplete(Statement statement) throws SQLException {
        try (ResultSet found = statement.executeQuery(
                "select 1 from INFORMATION_SCHEMA.TABLES where TABLE_SCHEMA = 'PUBLIC' and TABLE_NAME = 'CHANGE_COUNT'")) {
            return found.next();
        }
    }

    /** The file's name has to be part of the statement: with a parameter the columns would not be known in time. */
    private void copy(Statement statement, String sql, String file) throws SQLException {
        statement.execute(sql.formatted(files.resolve(file).toString().replace("'", "''")));
    }
}
