// Asks veraPDF's library, which is newer than its program. usage: java -cp 'LIBS/*' Verapdf.java PDF…
// A line a finding: file, flavour-clause-test, message, with tabs between. Exit 3: a file could not be read.
import java.io.FileInputStream;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

public class Verapdf {
	static void judge(String file, String flavour) throws Exception {
		PDFAFlavour f = PDFAFlavour.fromString(flavour);
		try (PDFAParser parser = Foundries.defaultInstance().createParser(new FileInputStream(file), f)) {
			ValidationResult r = Foundries.defaultInstance().createValidator(f, false).validate(parser);
			for (TestAssertion a : r.getTestAssertions())
				if (a.getStatus() == TestAssertion.Status.FAILED)
					System.out.println(file + "\t" + flavour + "-" + a.getRuleId().getClause() + "-"
						+ a.getRuleId().getTestNumber() + "\t" + a.getMessage().replaceAll("\\s+", " "));
			if (!r.isCompliant() && r.getTestAssertions().isEmpty())
				System.out.println(file + "\t" + flavour + "\tnot compliant");
		}
	}

	public static void main(String[] files) {
		VeraGreenfieldFoundryProvider.initialise();
		int status = 0;
		for (String file : files)
			for (String flavour : new String[] {"ua1", "3a"})
				try {
					judge(file, flavour);
				} catch (Exception e) {
					System.out.println(file + "\t" + flavour + "\tnot read: " + e);
					status = 3;
				}
		System.exit(status);
	}
}
