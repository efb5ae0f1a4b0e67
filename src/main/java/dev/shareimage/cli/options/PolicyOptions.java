package dev.shareimage.cli.options;

import dev.shareimage.domain.AccountId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** The limits of the printed RAM policies. */
public final class PolicyOptions {

    @Option(names = "--account-id", paramLabel = "UID", converter = AccountConverter.class)
    private @Nullable AccountId account;

    public Optional<AccountId> account() {
        return Optional.ofNullable(account);
    }

    static final class AccountConverter implements ITypeConverter<AccountId> {
        @Override
        public AccountId convert(String text) {
            return new AccountId(text);
        }
    }
}
