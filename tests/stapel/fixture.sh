# Contents with papers, a session, editions, a report and slides; one paper is faulty.
mkdir content
cp -r "$TOP/content/beckum" "$TOP/content/borken" content
rm -f content/*/register.db*
